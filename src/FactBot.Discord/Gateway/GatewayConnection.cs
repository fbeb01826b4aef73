using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>One connection to the gateway, from its Hello to its close.</summary>
internal sealed partial class GatewayConnection(
    GatewayConnector connector, GatewaySocket socket, ShardMemory memory, IdentifyGate.Turn? turn) : IAsyncDisposable
{
    private readonly ILogger logger = connector.Logger;
    private readonly GatewaySession session = memory.Session;
    private readonly bool isResuming = memory.Session.CanResume;
    private readonly Heart heart = new(
        connector.Time, connector.Patience.Acknowledge,
        cancellationToken => socket.SendAsync(
            GatewayCommands.Heartbeat(memory.Session.Sequence), cancellationToken));
    private readonly Lock gate = new();
    private Task beating = Task.CompletedTask;
    private Task introducing = Task.CompletedTask;
    private TimeSpan interval;
    private NextStep? decided;
    private volatile bool isEstablished;
    private volatile string? trouble;

    /// <summary>Whether READY or RESUMED has arrived.</summary>
    public bool IsEstablished => isEstablished;

    /// <summary>Established, and not about to be closed.</summary>
    public bool IsUp => IsEstablished && !HasDecided;

    public bool IsBeatPending => heart.IsBeatPending;

    /// <summary>Why the connection was dropped, if that is worth reporting.</summary>
    public string? Trouble => trouble;

    /// <summary>The code Discord closed with.</summary>
    public int? CloseCode => socket.CloseCode;

    /// <summary>Receives until the connection ends. Cancelling closes it with 1000, or 4000 if the session stays open.</summary>
    public async Task<NextStep> RunAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var leaving = cancellationToken.UnsafeRegister(
            _ => socket.Close(memory.IsLeftOpen.Value ? CloseCodes.KeepSession : CloseCodes.Normal), null);
        var watching = WatchAsync(life.Token);

        while (await socket.ReceiveAsync() is { } payload)
        {
            if (HasDecided || cancellationToken.IsCancellationRequested)
            {
                continue;
            }
            if (GatewayFrame.Find(payload) is not { } frame)
            {
                LogBadFrame(payload.Length);
                continue;
            }
            try
            {
                Handle(frame, life.Token);
            }
            catch (Exception failure)
            {
                LogFrameFailed(failure, frame.Name);
            }
        }

        await life.CancelAsync();
        await Task.WhenAll(watching, beating, introducing);
        if (isResuming && !IsEstablished)
        {
            session.NoteFailedResume();
        }
        return decided ?? CloseCodes.After(CloseCode);
    }

    public async ValueTask DisposeAsync()
    {
        await socket.DisposeAsync();
        heart.Dispose();
    }

    private bool HasDecided
    {
        get
        {
            lock (gate)
            {
                return decided is not null;
            }
        }
    }

    private void Handle(GatewayFrame frame, CancellationToken life)
    {
        switch (frame.Opcode)
        {
            case GatewayOpcode.Hello when frame.FindHeartbeatInterval() is { } every && beating.IsCompleted:
                interval = every;
                beating = BeatAsync(life);
                // Not awaited: it writes to the ledger, and a slow ledger must not block the receiver.
                introducing = IntroduceAsync(life);
                break;
            case GatewayOpcode.Heartbeat:
                heart.Ask();
                break;
            case GatewayOpcode.HeartbeatAck:
                HearBeat();
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
            var token = connector.Options.Token;
            if (session.Id is { } id)
            {
                await socket.SendAsync(GatewayCommands.Resume(token, id, session.Sequence), life);
            }
            else if (turn is not null)
            {
                await turn.UseAsync(life);
                await socket.SendAsync(
                    GatewayCommands.Identify(token, connector.Options.Intents, memory.Shard), life);
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
            Leave(NextStep.Resume);
        }
        finally
        {
            turn?.Dispose();
        }
    }

    private void HearBeat()
    {
        var silence = heart.IsBeatPending && IsEstablished
            ? memory.Silence.HearBeat(connector.Time.GetUtcNow(), interval) : null;
        if (silence is { } tooLong)
        {
            trouble = $"No event for {tooLong.TotalHours:0.#} h although beats are acknowledged; connecting anew";
            LogSilent(tooLong);
            Leave(NextStep.Identify);
        }
        // Last, so that code waiting for the heartbeat sees all of its effects.
        heart.Acknowledge();
    }

    private void Deliver(GatewayFrame frame, string name)
    {
        var dispatch = connector.Reception.Read(
            name, frame.Data, isReplay: isResuming && !IsEstablished && name != "RESUMED");
        if (dispatch.ReadReady() is { SessionId.Length: > 0 } ready)
        {
            session.Start(ready, frame.Data.GetRawText());
            memory.Silence.Begin(dispatch.ReceivedAt);
            isEstablished = true;
            LogReady(memory.Shard.Id, ready.Guilds.Count);
        }
        else if (name == "RESUMED")
        {
            session.NoteResumed();
            isEstablished = true;
            LogResumed();
            if (session.TakeForeignReady() is { } begun)
            {
                memory.Silence.Begin(dispatch.ReceivedAt);
                using var json = JsonDocument.Parse(begun);
                connector.Reception.Deliver(connector.Reception.Read("READY", json.RootElement.Clone(), isReplay: true));
            }
        }
        else
        {
            memory.Silence.HearEvent(dispatch.ReceivedAt);
        }
        if (frame.Sequence is { } sequence)
        {
            session.Advance(sequence);
        }
        connector.Reception.Deliver(dispatch);
    }

    private async Task BeatAsync(CancellationToken life)
    {
        try
        {
            await heart.RunAsync(interval, life);
            LogZombie();
            Leave(NextStep.Resume);
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException)
        {
            // The receiver sees the same end and handles it.
        }
    }

    // Without this, a gateway that sends Hello, accepts Identify and then goes quiet would be awaited forever.
    private async Task WatchAsync(CancellationToken life)
    {
        try
        {
            await Task.Delay(connector.Patience.Establish, TimeProvider.System, life);
            if (!IsEstablished)
            {
                Leave(NextStep.Resume);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Leave(NextStep next)
    {
        lock (gate)
        {
            decided ??= next;
        }
        socket.Close(CloseCodes.KeepSession);
    }

    [LoggerMessage(LogLevel.Information, "Connected to Discord (shard {Shard}), in {Guilds} guilds")]
    private partial void LogReady(int shard, int guilds);

    [LoggerMessage(LogLevel.Information, "Connected to Discord again, nothing was missed")]
    private partial void LogResumed();

    [LoggerMessage(LogLevel.Information, "Discord asks for a new connection")]
    private partial void LogReconnect();

    [LoggerMessage(LogLevel.Information, "Discord calls the session invalid (resumable: {IsResumable})")]
    private partial void LogInvalidSession(bool isResumable);

    [LoggerMessage(LogLevel.Warning, "Discord does not answer heartbeats any more, connecting anew")]
    private partial void LogZombie();

    [LoggerMessage(LogLevel.Warning, "No event for {Silence} although beats are acknowledged, connecting anew")]
    private partial void LogSilent(TimeSpan silence);

    [LoggerMessage(LogLevel.Warning, "Left out a frame that cannot be read ({Bytes} bytes; 0 if it was too large)")]
    private partial void LogBadFrame(int bytes);

    [LoggerMessage(LogLevel.Warning, "Left out a frame of unknown or unfitting opcode {Opcode}")]
    private partial void LogUnknownFrame(int opcode);

    [LoggerMessage(LogLevel.Error, "A frame could not be dealt with (event {Event})")]
    private partial void LogFrameFailed(Exception failure, string? @event);
}
