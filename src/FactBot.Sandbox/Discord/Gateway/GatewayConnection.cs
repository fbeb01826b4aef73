using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using FactBot.Sandbox.Stage;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>A websocket of the bot: reads its frames, and writes outgoing ones in order.</summary>
internal sealed class GatewayConnection(int number, WebSocket socket, bool compress, TrafficLog traffic)
{
    /// <summary>Discord closes with 4002 on anything longer.</summary>
    private const int LongestFrame = 4096;

    private readonly Channel<Outgoing> outgoing = Channel.CreateUnbounded<Outgoing>();

    public int Number => number;

    /// <summary>The version of the gateway that the bot asked for.</summary>
    public int Version { get; set; } = 10;

    public GatewaySession? Session { get; set; }

    /// <summary>The number of heartbeats received.</summary>
    public int Beats { get; set; }

    /// <summary>When frames arrived, for the limit of 120 per minute.</summary>
    public Queue<DateTimeOffset> Sent { get; } = new();

    public void Send(string frame) => outgoing.Writer.TryWrite(new Outgoing(frame));

    public void Close(int code, string reason)
    {
        outgoing.Writer.TryWrite(new Outgoing(null, code, reason));
        outgoing.Writer.TryComplete();
    }

    /// <summary>Cuts the connection, as a pulled cable would.</summary>
    public void Cut()
    {
        outgoing.Writer.TryWrite(Outgoing.Cut);
        outgoing.Writer.TryComplete();
    }

    /// <summary>Runs until either side closes; <paramref name="hear"/> gets each frame, or null for one that is too
    /// long.</summary>
    /// <returns>The bot's close code; null if it just disappeared, or the sandbox closed.</returns>
    public async Task<int?> RunAsync(Action<string?> hear, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(ended.Token);
        try
        {
            while (await ReadFrameAsync(ended.Token) is { } frame)
                hear(frame.Length > LongestFrame ? null : Encoding.UTF8.GetString(frame));
            return (int?)socket.CloseStatus;
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException)
        {
            return null;
        }
        finally
        {
            outgoing.Writer.TryComplete();
            await ended.CancelAsync();
            await writing;
        }
    }

    private async Task<byte[]?> ReadFrameAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestFrame * 2];
        var content = new List<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (content.Count <= LongestFrame)
                content.AddRange(buffer.AsSpan(0, part.Count));
            if (!part.EndOfMessage)
                continue;
            var frame = content.ToArray();
            traffic.AddFrame("bot", number, Encoding.UTF8.GetString(frame));
            return frame;
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var writer = new FrameWriter(socket, compress);
            await foreach (var item in outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                if (item.Frame is { } frame)
                {
                    traffic.AddFrame("discord", number, frame);
                    await writer.WriteAsync(frame, cancellationToken);
                }
                else if (item.CloseCode is { } code)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, item.CloseReason, cancellationToken);
                }
                else
                {
                    socket.Abort();
                }
            }
        }
        catch (Exception failure) when (
            failure is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
