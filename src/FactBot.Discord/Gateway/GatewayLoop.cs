using System.Net;
using System.Net.WebSockets;
using FactBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Keeps the bot connected to Discord; what is heard goes to the <see cref="IDispatchListener"/>.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#connection-lifecycle</remarks>
public sealed partial class GatewayLoop
{
    private static readonly TimeSpan s_betweenIdentifies = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_stable = TimeSpan.FromSeconds(5);

    private readonly GatewayConnector _connector;
    private readonly DiscordRest _rest;
    private readonly TimeProvider _time;
    private readonly ILogger<GatewayLoop> _logger;
    private readonly GatewaySession _session = new();
    private volatile GatewayConnection? _connection;
    private volatile GatewayState _state;
    private long? _identifiedAt;

    internal GatewayLoop(
        GatewayConnector connector, DiscordRest rest, TimeProvider time, ILogger<GatewayLoop> logger) =>
        (_connector, _rest, _time, _logger) = (connector, rest, time, logger);

    public GatewayState State => _connection is { IsUp: true } ? GatewayState.Connected : _state;

    public bool IsConnected => State == GatewayState.Connected;

    /// <summary>Whether a heartbeat was sent whose ACK has not come.</summary>
    public bool IsBeatPending => _connection is { IsBeatPending: true };

    /// <summary>Runs until it is cancelled, and then closes the session in good order (1000).</summary>
    /// <exception cref="GatewayFatalException">Discord will not have the bot, and trying again cannot help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var failures = 0;
            while (!cancellationToken.IsCancellationRequested)
            {
                _state = GatewayState.Connecting;
                var url = _session.ResumeUrl ?? await FindGatewayAsync(cancellationToken);
                var since = _time.GetTimestamp();
                var wasEstablished = await ConnectAsync(url, cancellationToken);
                // One that breaks at once, again and again, must not make us hammer Discord.
                failures = wasEstablished && _time.GetElapsedTime(since) >= s_stable ? 0 : failures + 1;
                await PauseAsync(Backoff.Delay(failures), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            // Closed with 1000, it is over for Discord too.
            _session.Forget();
            _state = GatewayState.Stopped;
        }
    }

    private async Task<bool> ConnectAsync(string url, CancellationToken cancellationToken)
    {
        GatewayConnection connection;
        try
        {
            connection = await _connector.OpenAsync(url, _session, cancellationToken);
        }
        catch (WebSocketException failure)
        {
            LogUnreachable(failure.WebSocketErrorCode);
            if (_session.CanResume)
                _session.NoteFailedResume();
            return false;
        }

        await using (connection)
        {
            try
            {
                _connection = connection;
                var next = await connection.RunAsync(cancellationToken);
                if (next == NextStep.Stop && connection.CloseCode is { } code)
                    throw new GatewayFatalException(code, CloseCodes.Advice(code));
                if (next == NextStep.Identify)
                    _session.Forget();
                if (!cancellationToken.IsCancellationRequested)
                    LogEnded(connection.CloseCode, _session.CanResume);
                return connection.IsEstablished;
            }
            finally
            {
                _connection = null;
            }
        }
    }

    /// <summary>Where to identify, as soon as that is allowed.</summary>
    private async Task<string> FindGatewayAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var gateway = await _rest.GetGatewayBotAsync(cancellationToken);
                if (gateway.SessionStartLimit is { Remaining: <= 0 } limit)
                {
                    var wait = TimeSpan.FromMilliseconds(Math.Max(1000, limit.ResetAfter));
                    LogNoSessionsLeft(wait);
                    await PauseAsync(wait, cancellationToken);
                    continue;
                }
                if (_identifiedAt is { } last)
                    await PauseAsync(s_betweenIdentifies - _time.GetElapsedTime(last), cancellationToken);
                _identifiedAt = _time.GetTimestamp();
                return gateway.Url;
            }
            catch (DiscordApiException failure) when (failure.Status == HttpStatusCode.Unauthorized)
            {
                throw new GatewayFatalException(
                    CloseCodes.AuthenticationFailed, CloseCodes.Advice(CloseCodes.AuthenticationFailed));
            }
            catch (DiscordApiException failure)
            {
                var wait = Backoff.Delay(++failures);
                LogNoGateway(failure.Message, wait.TotalSeconds);
                await PauseAsync(failure.RetryAfter is { } longer && longer > wait ? longer : wait, cancellationToken);
            }
        }
    }

    private async Task PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
            return;
        _state = GatewayState.Waiting;
        await Task.Delay(wait, _time, cancellationToken);
        _state = GatewayState.Connecting;
    }

    [LoggerMessage(LogLevel.Warning, "The gateway cannot be reached ({Error})")]
    private partial void LogUnreachable(WebSocketError error);

    [LoggerMessage(LogLevel.Information, "The connection to Discord has ended (code {Code}, resuming: {IsResuming})")]
    private partial void LogEnded(int? code, bool isResuming);

    [LoggerMessage(LogLevel.Warning, "Discord does not name its gateway, asking again in {Seconds:0.0} s: {Reason}")]
    private partial void LogNoGateway(string reason, double seconds);

    [LoggerMessage(LogLevel.Warning, "Discord allows no more sessions for {Wait}; waiting for that long")]
    private partial void LogNoSessionsLeft(TimeSpan wait);
}
