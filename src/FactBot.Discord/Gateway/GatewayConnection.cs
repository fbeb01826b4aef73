using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>One connection to the gateway, from its Hello to its end.</summary>
internal sealed partial class GatewayConnection : IAsyncDisposable
{
    private readonly GatewayConnector _connector;
    private readonly GatewaySocket _socket;
    private readonly GatewaySession _session;
    private readonly Heart _heart;
    private readonly ILogger _logger;
    private readonly bool _isResuming;
    private readonly Lock _lock = new();
    private Task _beating = Task.CompletedTask;
    private NextStep? _decided;

    public GatewayConnection(GatewayConnector connector, GatewaySocket socket, GatewaySession session)
    {
        (_connector, _socket, _session, _logger) = (connector, socket, session, connector.Logger);
        _isResuming = session.CanResume;
        _heart = new Heart(connector.Time, connector.Patience.Acknowledge,
            cancellationToken => socket.SendAsync(GatewayCommands.Heartbeat(session.Sequence), cancellationToken));
    }

    /// <summary>Whether READY or RESUMED has come.</summary>
    public bool IsEstablished { get; private set; }

    /// <summary>Established, and not about to be left.</summary>
    public bool IsUp => IsEstablished && !HasDecided;

    public bool IsBeatPending => _heart.IsBeatPending;

    /// <summary>The code Discord closed with.</summary>
    public int? CloseCode => _socket.CloseCode;

    /// <summary>Receives until the end, which cancellation brings about in good order (1000).</summary>
    public async Task<NextStep> RunAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var leaving = cancellationToken.UnsafeRegister(_ => _socket.Close(CloseCodes.Normal), null);
        var watching = WatchAsync(life.Token);

        while (await _socket.ReceiveAsync() is { } payload)
        {
            if (HasDecided || cancellationToken.IsCancellationRequested)
                continue;
            if (GatewayFrame.Find(payload) is not { } frame)
            {
                LogBadFrame(payload.Length);
                continue;
            }
            try
            {
                await HandleAsync(frame, life.Token);
            }
            catch (Exception failure)
            {
                LogFrameFailed(failure, frame.Name);
            }
        }

        await life.CancelAsync();
        await Task.WhenAll(watching, _beating);
        if (_isResuming && !IsEstablished)
            _session.NoteFailedResume();
        return _decided ?? CloseCodes.After(CloseCode);
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync();
        _heart.Dispose();
    }

    private bool HasDecided
    {
        get { lock (_lock) return _decided is not null; }
    }

    private async Task HandleAsync(GatewayFrame frame, CancellationToken life)
    {
        switch (frame.Opcode)
        {
            case GatewayOpcode.Hello when frame.FindHeartbeatInterval() is { } interval && _beating.IsCompleted:
                _beating = BeatAsync(interval, life);
                await IntroduceAsync(life);
                break;
            case GatewayOpcode.Heartbeat:
                _heart.Ask();
                break;
            case GatewayOpcode.HeartbeatAck:
                _heart.Acknowledge();
                break;
            case GatewayOpcode.Reconnect:
                LogReconnect();
                Leave(NextStep.Resume);
                break;
            case GatewayOpcode.InvalidSession:
                var isResumable = frame.Data.ValueKind == JsonValueKind.True;
                LogInvalidSession(isResumable);
                Leave(isResumable ? NextStep.Resume : NextStep.Identify);
                break;
            case GatewayOpcode.Dispatch when frame.Name is not null:
                Deliver(frame, frame.Name);
                break;
            default:
                LogUnknownFrame((int)frame.Opcode);
                break;
        }
    }

    private async Task IntroduceAsync(CancellationToken life)
    {
        try
        {
            var token = _connector.Options.Token;
            await _socket.SendAsync(
                _session.Id is { } id
                    ? GatewayCommands.Resume(token, id, _session.Sequence)
                    : GatewayCommands.Identify(token, _connector.Options.Intents),
                life);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
            Leave(NextStep.Resume);
        }
    }

    private void Deliver(GatewayFrame frame, string name)
    {
        if (frame.Sequence is { } sequence)
            _session.Advance(sequence);
        var isReplay = _isResuming && !IsEstablished && name != "RESUMED";
        var dispatch = new Dispatch(name, frame.Data, _connector.Time.GetUtcNow(), isReplay);
        if (dispatch.ReadReady() is { SessionId.Length: > 0 } ready)
        {
            _session.Start(ready);
            IsEstablished = true;
            LogReady(ready.Guilds.Count);
        }
        else if (name == "RESUMED")
        {
            _session.NoteResumed();
            IsEstablished = true;
            LogResumed();
        }
        _connector.Listener.Receive(dispatch);
    }

    private async Task BeatAsync(TimeSpan interval, CancellationToken life)
    {
        try
        {
            await _heart.RunAsync(interval, life);
            LogZombie();
            Leave(NextStep.Resume);
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The receiver sees the same end, and it is there that it is dealt with.
        }
    }

    // A gateway that says Hello and takes Identify, and then nothing, would be waited for for ever.
    private async Task WatchAsync(CancellationToken life)
    {
        try
        {
            await Task.Delay(_connector.Patience.Establish, TimeProvider.System, life);
            if (!IsEstablished)
                Leave(NextStep.Resume);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Leave(NextStep next)
    {
        lock (_lock)
            _decided ??= next;
        _socket.Close(CloseCodes.KeepSession);
    }

    [LoggerMessage(LogLevel.Information, "Connected to Discord, in {Guilds} guilds")]
    private partial void LogReady(int guilds);

    [LoggerMessage(LogLevel.Information, "Connected to Discord again, nothing was missed")]
    private partial void LogResumed();

    [LoggerMessage(LogLevel.Information, "Discord asks for a new connection")]
    private partial void LogReconnect();

    [LoggerMessage(LogLevel.Information, "Discord calls the session invalid (resumable: {IsResumable})")]
    private partial void LogInvalidSession(bool isResumable);

    [LoggerMessage(LogLevel.Warning, "Discord does not answer heartbeats any more, connecting anew")]
    private partial void LogZombie();

    [LoggerMessage(LogLevel.Warning, "Left out a frame that cannot be read ({Bytes} bytes; 0 if it was too large)")]
    private partial void LogBadFrame(int bytes);

    [LoggerMessage(LogLevel.Warning, "Left out a frame of unknown or unfitting opcode {Opcode}")]
    private partial void LogUnknownFrame(int opcode);

    [LoggerMessage(LogLevel.Error, "A frame could not be dealt with (event {Event})")]
    private partial void LogFrameFailed(Exception failure, string? @event);
}
