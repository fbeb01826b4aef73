using System.Net.WebSockets;

namespace FactBot.Discord.Gateway;

/// <summary>A WebSocket that returns whole payloads, respects Discord's send limits, and always terminates.</summary>
internal sealed class GatewaySocket(bool isCompressed, TimeProvider time, GatewayPatience patience) : IAsyncDisposable
{
    public const int LargestSend = 4096;
    public const int LargestPayload = 16 * 1024 * 1024;

    // The gateway has heartbeats of its own.
    private readonly ClientWebSocket web = new() { Options = { KeepAliveInterval = TimeSpan.Zero } };
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private readonly byte[] chunk = new byte[16 * 1024];
    private readonly SendLimit limit = new(time);
    private readonly ZlibInflater? inflater = isCompressed ? new ZlibInflater() : null;
    private Task? closing;

    /// <summary>The code the other side closed with; null until it has.</summary>
    public int? CloseCode => (int?)web.CloseStatus;

    /// <exception cref="WebSocketException">The socket couldn't be opened, at all or in time.</exception>
    public static async Task<GatewaySocket> OpenAsync(
        Uri address,
        bool isCompressed,
        TimeProvider time,
        GatewayPatience patience,
        CancellationToken cancellationToken)
    {
        var socket = new GatewaySocket(isCompressed, time, patience);
        using var timeout = new CancellationTokenSource(patience.Connect, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await socket.web.ConnectAsync(address, either.Token);
            return socket;
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            await socket.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WebSocketException("The gateway could not be reached.", failure);
        }
    }

    /// <summary>Returns the next payload; empty if it was larger than the limit, null at the end of the connection.</summary>
    // Takes no CancellationToken: cancelling a read tears down a ClientWebSocket without a close frame.
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var payload = new BoundedBuffer(LargestPayload);
        try
        {
            while (true)
            {
                var part = await web.ReceiveAsync(chunk.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                if (inflater is null)
                {
                    payload.Append(chunk.AsSpan(0, part.Count));
                }
                else
                {
                    inflater.Inflate(chunk.AsSpan(0, part.Count), payload);
                }

                if (part.EndOfMessage && inflater is null or { IsAtEndOfPayload: true })
                {
                    return payload.Content;
                }
            }
            await AnswerCloseAsync();
        }
        catch (Exception broken) when (broken is InvalidDataException || IsEnd(broken))
        {
            web.Abort();
        }
        await ended.CancelAsync();
        return null;
    }

    /// <exception cref="WebSocketException">The connection has ended, or the payload is too large for Discord.</exception>
    // A send isn't cancelled either, for the same reason; Close ends one that hangs.
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (payload.Length > LargestSend)
        {
            throw new WebSocketException($"Discord takes at most {LargestSend} bytes.");
        }

        await sending.WaitAsync(cancellationToken);
        try
        {
            await limit.WaitAsync(cancellationToken);
            await web.SendAsync(payload, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (InvalidOperationException aborted)
        {
            throw new WebSocketException("The connection has ended.", aborted);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Starts the close handshake, once. The receiver sees the end soon after, with or without an answer.</summary>
    public void Close(int code)
    {
        lock (gate)
        {
            closing ??= CloseAsync(code);
        }
    }

    private async Task CloseAsync(int code)
    {
        using var timeout = new CancellationTokenSource(patience.Close, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, timeout.Token);
        try
        {
            // Doesn't wait for pending sends: one that hangs must not keep a dead connection open.
            // https://github.com/discord-net/Discord.Net/issues/2126
            await web.CloseOutputAsync((WebSocketCloseStatus)code, null, either.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token);
        }
        catch (Exception over) when (IsEnd(over))
        {
            if (!ended.IsCancellationRequested)
            {
                web.Abort();
            }
        }
    }

    // An aborted ClientWebSocket reports itself as disposed, which is an InvalidOperationException.
    private static bool IsEnd(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or InvalidOperationException;

    private async Task AnswerCloseAsync()
    {
        if (web.State != WebSocketState.CloseReceived)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(patience.Close, TimeProvider.System);
        await web.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.KeepSession, null, timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        if (closing is not null)
        {
            await closing;
        }

        web.Dispose();
        inflater?.Dispose();
        sending.Dispose();
        ended.Dispose();
    }
}
