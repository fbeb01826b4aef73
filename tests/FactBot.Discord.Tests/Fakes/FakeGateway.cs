using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>Discord's end of one gateway connection.</summary>
internal sealed class FakeGateway : IDisposable
{
    private readonly WebSocket _socket;
    private readonly string _resumeUrl;
    private readonly Channel<JsonElement> _frames = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _zlib;

    public FakeGateway(WebSocket socket, string pathAndQuery, string resumeUrl, bool compresses)
    {
        (_socket, PathAndQuery, _resumeUrl) = (socket, pathAndQuery, resumeUrl);
        _zlib = compresses ? new ZLibStream(_compressed, CompressionLevel.Fastest) : null;
    }

    public string PathAndQuery { get; }

    /// <summary>Of all that the bot has sent.</summary>
    public ConcurrentQueue<int> Opcodes { get; } = new();

    /// <summary>Whether beats stay without ACK.</summary>
    public volatile bool IsDeaf;

    /// <summary>Whether the bot's close stays without an answer.</summary>
    public volatile bool IgnoresClose;

    /// <summary>The code the bot closed with; null when it just went.</summary>
    public Task<int?> Closed => _closed.Task.Soon();

    public Task SayHelloAsync(int interval = 45_000) =>
        SendAsync($$"""{"op":10,"d":{"heartbeat_interval":{{interval}} } }""");

    public Task SayReadyAsync(int sequence = 1) => DispatchAsync("READY", sequence, $$"""
        {"v":10,"user":{"id":"1","username":"factbot"},"guilds":[{"id":"7","unavailable":true}],
        "session_id":"session-1","resume_gateway_url":"{{_resumeUrl}}","application":{"id":"2","flags":0} }
        """);

    /// <summary>Hello, Identify and READY; gives the Identify.</summary>
    public async Task<JsonElement> OpenAsync(int interval = 45_000)
    {
        await SayHelloAsync(interval);
        var identify = await NextAsync(2);
        await SayReadyAsync();
        return identify;
    }

    public Task DispatchAsync(string name, int sequence, string data) =>
        SendAsync($$"""{"op":0,"t":"{{name}}","s":{{sequence}},"d":{{data}} }""");

    public async Task SendAsync(string json, int pieces = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await _sending.WaitAsync();
        try
        {
            if (_zlib is not null)
            {
                _zlib.Write(bytes);
                _zlib.Flush();
                bytes = _compressed.ToArray();
                _compressed.SetLength(0);
            }
            foreach (var piece in bytes.Chunk((bytes.Length + pieces - 1) / pieces))
            {
                await _socket.SendAsync(piece, WebSocketMessageType.Binary, true, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or IOException)
        {
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task SendRawAsync(byte[] bytes) =>
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None);

    public Task CloseAsync(int code) =>
        _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

    /// <summary>The next frame with this opcode; others are passed over.</summary>
    public async Task<JsonElement> NextAsync(int opcode)
    {
        while (true)
        {
            var frame = await _frames.Reader.ReadAsync().AsTask().Soon();
            if (frame.GetProperty("op").GetInt32() == opcode)
            {
                return frame.GetProperty("d");
            }
        }
    }

    public async Task ReceiveAsync(CancellationToken aborted)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, aborted);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                var frame = JsonElement.Parse(buffer.AsSpan(0, part.Count));
                Opcodes.Enqueue(frame.GetProperty("op").GetInt32());
                _frames.Writer.TryWrite(frame);
                if (frame.GetProperty("op").GetInt32() == 1 && !IsDeaf)
                {
                    await SendAsync("""{"op":11}""");
                }
            }
            _closed.TrySetResult((int?)_socket.CloseStatus);
            if (IgnoresClose)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted);
            }
            else if (_socket.State == WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", aborted);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
        }
        finally
        {
            _closed.TrySetResult(null);
            _frames.Writer.TryComplete();
        }
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _compressed.Dispose();
    }
}
