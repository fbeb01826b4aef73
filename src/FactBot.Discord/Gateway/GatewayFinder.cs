using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Gateway;

/// <summary>Asks Discord for the gateway's address until it gets one.</summary>
internal sealed partial class GatewayFinder(IDiscordRest rest, ILogger<GatewayFinder> logger)
{
    /// <exception cref="GatewayFatalException">Discord rejects the token.</exception>
    public async Task<GatewayBot> FindAsync(ConnectionStatus status, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await rest.GetGatewayBotAsync(cancellationToken);
            }
            catch (DiscordApiException failure) when (failure.Status == HttpStatusCode.Unauthorized)
            {
                throw new GatewayFatalException(
                    CloseCodes.AuthenticationFailed, CloseCodes.Advice(CloseCodes.AuthenticationFailed));
            }
            catch (DiscordApiException failure)
            {
                var wait = Backoff.Delay(failures);
                wait = failure.RetryAfter is { } longer && longer > wait ? longer : wait;
                LogNoGateway(failure.Message, wait.TotalSeconds);
                await status.PauseAsync(wait, "Waiting for Discord to name its gateway", cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord does not name its gateway, asking again in {Seconds:0.0} s: {Reason}")]
    private partial void LogNoGateway(string reason, double seconds);
}
