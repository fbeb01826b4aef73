using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Writes frames to a websocket, plain or as Discord's <c>zlib-stream</c>.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#transport-compression</remarks>
internal sealed class FrameWriter : IAsyncDisposable
{
    private readonly WebSocket socket;
    private readonly MemoryStream compressed = new();
    private readonly ZLibStream? zlib;

    public FrameWriter(WebSocket socket, bool compress)
    {
        this.socket = socket;
        zlib = compress ? new ZLibStream(compressed, CompressionLevel.Fastest) : null;
    }

    public async Task WriteAsync(string frame, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(frame);
        if (zlib is null)
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, cancellationToken);
            return;
        }

        // A flush ends the message with 00 00 FF FF; the dictionary lasts for the whole connection.
        compressed.SetLength(0);
        await zlib.WriteAsync(bytes, cancellationToken);
        await zlib.FlushAsync(cancellationToken);
        var message = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        await socket.SendAsync(message, WebSocketMessageType.Binary, true, cancellationToken);
    }

    public ValueTask DisposeAsync() => zlib?.DisposeAsync() ?? ValueTask.CompletedTask;
}
