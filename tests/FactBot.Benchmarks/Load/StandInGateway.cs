using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace FactBot.Benchmarks;

/// <summary>The stand-in's gateway: one connection at a time, compressed if the bot asks for it.</summary>
internal sealed class StandInGateway : IDisposable
{
    private readonly SemaphoreSlim sending = new(1);
    private Connection? open;
    private int sequence;

    /// <summary>Serves a connection to its end.</summary>
    public async Task RunAsync(WebSocket socket, bool isCompressed)
    {
        using var connection = open = new Connection(socket, isCompressed);
        await SendAsync("""{"op":10,"d":{"heartbeat_interval":41250}}""");
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } frame)
            {
                await HearAsync(buffer.AsMemory(0, frame.Count));
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The bot ended.
        }
    }

    public Task SendAsync(string name, string data) =>
        SendAsync($$"""{"op":0,"t":"{{name}}","s":{{Interlocked.Increment(ref sequence)}},"d":{{data}}}""");

    public void Dispose() => sending.Dispose();

    private async Task HearAsync(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        switch (json.RootElement.GetProperty("op").GetInt32())
        {
            case 1:
                await SendAsync("""{"op":11}""");
                break;
            case 2:
                await SendAsync("READY", """
                    {"v":10,"user":{"id":"1","username":"factbot","bot":true},"guilds":[],"session_id":"s","resume_gateway_url":"","application":{"id":"1"} }
                    """);
                await SendAsync("GUILD_CREATE", $$"""{"id":"{{GrownDesk.Team}}","name":"Load","unavailable":false}""");
                break;
            case 6:
                await SendAsync("""{"op":9,"d":false}""");
                break;
        }
    }

    private async Task SendAsync(string frame)
    {
        await sending.WaitAsync();
        try
        {
            await open!.SendAsync(frame);
        }
        finally
        {
            sending.Release();
        }
    }

    private sealed class Connection : IDisposable
    {
        private readonly WebSocket socket;
        private readonly MemoryStream compressed = new();
        private readonly ZLibStream? zlib;

        public Connection(WebSocket socket, bool isCompressed)
        {
            this.socket = socket;
            zlib = isCompressed ? new ZLibStream(compressed, CompressionLevel.Fastest) : null;
        }

        public async Task SendAsync(string frame)
        {
            var bytes = Encoding.UTF8.GetBytes(frame);
            if (zlib is null)
            {
                await socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
                return;
            }

            compressed.SetLength(0);
            zlib.Write(bytes);
            zlib.Flush();
            await socket.SendAsync(compressed.GetBuffer().AsMemory(0, (int)compressed.Length), WebSocketMessageType.Binary, true, CancellationToken.None);
        }

        public void Dispose()
        {
            zlib?.Dispose();
            compressed.Dispose();
        }
    }
}
