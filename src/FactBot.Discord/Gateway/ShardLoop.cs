using System.Net.WebSockets;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Keeps one shard connected.</summary>
internal sealed partial class ShardLoop(
    ShardMemory memory, GatewayConnector connector, GatewayFinder finder, IdentifyGate gate, ILogger logger)
{
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(5);

    private readonly ConnectionStatus status = new(connector.Time);
    private volatile GatewayConnection? connection;
    private GatewayBot? found;

    public GatewayState State => connection is { IsUp: true } ? GatewayState.Connected : status.State;

    public bool IsBeatPending => connection is { IsBeatPending: true };

    public DateTimeOffset? LastEventAt => memory.Silence.LastEventAt;

    public string? Trouble => connection switch
    {
        { IsUp: true } => null,
        { Trouble: { } trouble } => trouble,
        _ => status.Trouble,
    };

    /// <summary>Runs until cancelled, then closes the session cleanly or hands it over to the next process.</summary>
    /// <param name="gateway">Discord's latest answer, used for the first connection.</param>
    /// <exception cref="GatewayFatalException">Discord refuses the bot, and retrying can't help.</exception>
    public async Task RunAsync(GatewayBot gateway, CancellationToken cancellationToken)
    {
        found = gateway;
        try
        {
            var failures = 0;
            while (!cancellationToken.IsCancellationRequested)
            {
                status.State = GatewayState.Connecting;
                var since = connector.Time.GetTimestamp();
                var wasEstablished = await AttemptAsync(cancellationToken);
                // A connection that breaks at once, again and again, must not make us hammer Discord.
                failures = wasEstablished && connector.Time.GetElapsedTime(since) >= Stable ? 0 : failures + 1;
                await status.PauseAsync(
                    Backoff.Delay(failures), status.Trouble ?? "Waiting for Discord to stay connected",
                    cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            await LeaveSessionAsync();
            // Closed with 1000 or handed over, the session is over for us.
            memory.Session.Forget();
            (status.State, status.Trouble) = (GatewayState.Stopped, null);
        }
    }

    private async Task LeaveSessionAsync()
    {
        if (!memory.IsLeftOpen.Value || memory.Session.Left is not { } left)
        {
            return;
        }

        try
        {
            await connector.Handover.LeaveAsync(memory.Shard, left, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The edge of a process that is stopping: without the session, the next one starts its own.
            LogNotLeft(failure);
        }
    }

    private async Task<bool> AttemptAsync(CancellationToken cancellationToken)
    {
        try
        {
            return memory.Session.ResumeUrl is { } resumeUrl
                ? await ConnectAsync(resumeUrl, null, cancellationToken)
                : await IdentifyAsync(cancellationToken);
        }
        catch (Exception failure) when (
            failure is not GatewayFatalException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
            memory.Session.Forget();
            return false;
        }
    }

    private async Task<bool> IdentifyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var gateway = found ?? await finder.FindAsync(status, cancellationToken);
            found = null;
            using var turn = await gate.EnterAsync(
                memory.Shard, gateway.SessionStartLimit, status, cancellationToken);
            if (turn is not null)
            {
                return await ConnectAsync(gateway.Url, turn, cancellationToken);
            }
        }
    }

    private async Task<bool> ConnectAsync(string url, IdentifyGate.Turn? turn, CancellationToken cancellationToken)
    {
        GatewayConnection opened;
        try
        {
            opened = await connector.OpenAsync(url, memory, turn, cancellationToken);
        }
        catch (WebSocketException failure)
        {
            LogUnreachable(failure.WebSocketErrorCode);
            status.Trouble = "Waiting for Discord's gateway, which cannot be reached";
            if (memory.Session.CanResume)
            {
                memory.Session.NoteFailedResume();
            }
            return false;
        }

        await using (opened)
        {
            try
            {
                connection = opened;
                var next = await opened.RunAsync(cancellationToken);
                status.Trouble = opened.Trouble;
                if (next == NextStep.Stop && opened.CloseCode is { } code)
                {
                    throw new GatewayFatalException(code, CloseCodes.Advice(code));
                }
                if (next == NextStep.Identify)
                {
                    memory.Session.Forget();
                }
                if (!cancellationToken.IsCancellationRequested)
                {
                    DiscordSignals.Ended(opened.CloseCode);
                    LogEnded(opened.CloseCode, memory.Session.CanResume);
                }
                return opened.IsEstablished;
            }
            finally
            {
                connection = null;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The gateway cannot be reached ({Error})")]
    private partial void LogUnreachable(WebSocketError error);

    [LoggerMessage(LogLevel.Error, "An attempt to connect to Discord failed, beginning anew")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The session could not be left to the process that follows, which begins one of its own")]
    private partial void LogNotLeft(Exception failure);

    [LoggerMessage(LogLevel.Information, "The connection to Discord has ended (code {Code}, resuming: {IsResuming})")]
    private partial void LogEnded(int? code, bool isResuming);
}
