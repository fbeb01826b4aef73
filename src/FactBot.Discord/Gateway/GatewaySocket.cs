using System.Net.WebSockets;

namespace FactBot.Discord.Gateway;

/// <summary>A websocket that gives whole payloads, keeps to Discord's limits on sends, and always ends.</summary>
internal sealed class GatewaySocket : IAsyncDisposable
{
    public const int LargestSend = 4096;
    public const int LargestPayload = 16 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private readonly byte[] _chunk = new byte[16 * 1024];
    private readonly SendLimit _limit;
    private readonly GatewayPatience _patience;
    private readonly ZlibInflater? _inflater;
    private Task? _closing;

    private GatewaySocket(bool isCompressed, TimeProvider time, GatewayPatience patience)
    {
        _inflater = isCompressed ? new ZlibInflater() : null;
        _limit = new SendLimit(time);
        _patience = patience;
        // The gateway has heartbeats of its own.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    /// <summary>The code the other side closed with; null as long as it has not.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <exception cref="WebSocketException">It could not be opened in time, or at all.</exception>
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
            await socket._socket.ConnectAsync(address, either.Token);
            return socket;
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            await socket.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WebSocketException("The gateway could not be reached.", failure);
        }
    }

    /// <summary>The next payload; empty when it was larger than any should be; null when all has ended.</summary>
    // Takes no CancellationToken: cancelling a read tears a ClientWebSocket down without a close frame.
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var payload = new BoundedBuffer(LargestPayload);
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(_chunk.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                if (_inflater is null)
                    payload.Append(_chunk.AsSpan(0, part.Count));
                else
                    _inflater.Inflate(_chunk.AsSpan(0, part.Count), payload);
                if (part.EndOfMessage && _inflater is null or { IsAtEndOfPayload: true })
                    return payload.Content;
            }
            await AnswerCloseAsync();
        }
        catch (Exception broken) when (broken is InvalidDataException || IsEnd(broken))
        {
            _socket.Abort();
        }
        await _ended.CancelAsync();
        return null;
    }

    /// <exception cref="WebSocketException">All has ended, or the payload is too large for Discord.</exception>
    // A send is not cancelled either, for the same reason; Close ends one that hangs.
    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (payload.Length > LargestSend)
            throw new WebSocketException($"Discord takes at most {LargestSend} bytes.");
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _limit.WaitAsync(cancellationToken);
            await _socket.SendAsync(payload, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (InvalidOperationException aborted)
        {
            throw new WebSocketException("The connection has ended.", aborted);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye, once; the receiver sees the end soon after, with or without an answer.</summary>
    public void Close(int code)
    {
        lock (_lock)
            _closing ??= CloseAsync(code);
    }

    private async Task CloseAsync(int code)
    {
        using var timeout = new CancellationTokenSource(_patience.Close, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, timeout.Token);
        try
        {
            // Not behind _sending: a send that hangs must not keep a dead connection open.
            // https://github.com/discord-net/Discord.Net/issues/2126
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, either.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token);
        }
        catch (Exception over) when (IsEnd(over))
        {
            if (!_ended.IsCancellationRequested)
                _socket.Abort();
        }
    }

    // An aborted ClientWebSocket calls itself disposed, which is an InvalidOperationException.
    private static bool IsEnd(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or InvalidOperationException;

    private async Task AnswerCloseAsync()
    {
        if (_socket.State != WebSocketState.CloseReceived)
            return;
        using var timeout = new CancellationTokenSource(_patience.Close, TimeProvider.System);
        await _socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.KeepSession, null, timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        if (_closing is { } closing)
            await closing;
        _socket.Dispose();
        _inflater?.Dispose();
        _sending.Dispose();
        _ended.Dispose();
    }
}
