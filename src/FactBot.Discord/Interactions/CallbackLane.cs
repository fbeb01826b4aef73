using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Interactions;

/// <summary>
/// Sends initial responses, which are worth nothing after 3 seconds. It has its own connections, so no queue of other calls
/// holds it up, and no backoff: a failure is retried within the 2 seconds or not at all.
/// </summary>
internal sealed class CallbackLane(
    IHttpClientFactory clients, InvalidRequests refusals, IOptionsMonitor<DiscordOptions> options)
{
    private const int Tries = 3;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    public async Task RespondAsync(
        Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellationToken)
    {
        var route = Route.Post($"/interactions/{interaction}/{token}/callback").WithoutToken();
        var body = RestBody.Of(response, DiscordJson.Default.InteractionResponse, response.Data?.Files);
        try
        {
            await RespondAsync(c => TrySendAsync(route, body, c), cancellationToken);
        }
        catch (Exception cause) when (RestPipeline.IsConnectionFailure(cause, cancellationToken))
        {
            throw ApiErrors.Unreachable(route, cause);
        }
    }

    /// <summary>Does the same with a call that returns Discord's refusal, or null if the response was accepted.</summary>
    public async Task RespondAsync(Func<CancellationToken, Task<DiscordApiException?>> trySendAsync, CancellationToken cancellationToken)
    {
        refusals.ThrowIfNearLimit();
        using var timeout = new CancellationTokenSource(options.CurrentValue.CallbackTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Already acknowledged: an earlier attempt arrived, and only its answer was lost.
                if (await trySendAsync(either.Token) is not { } refusal
                    || (attempt > 1 && refusal.Code == ErrorCodes.AlreadyAcknowledged))
                {
                    return;
                }

                if (attempt == Tries || FindPause(refusal) is not { } pause)
                {
                    throw refusal;
                }

                await Task.Delay(pause, TimeProvider.System, either.Token);
            }
            catch (HttpRequestException) when (attempt == 1)
            {
                // A pooled connection that the other side has since closed fails at once; a new one works.
                // https://github.com/discordjs/discord.js/issues/11554
            }
        }
    }

    /// <summary>How long to wait before a retry; null if a retry couldn't help in time.</summary>
    private TimeSpan? FindPause(DiscordApiException refusal) => refusal switch
    {
        { RetryAfter: { } wait } when wait < options.CurrentValue.CallbackTimeout => wait,
        { RetryAfter: null, Status: >= HttpStatusCode.InternalServerError } => Breath,
        _ => null,
    };

    private async Task<DiscordApiException?> TrySendAsync(
        Route route, RestBody body, CancellationToken cancellationToken)
    {
        using var content = body.ToContent();
        using var response = await DiscordSignals.WatchAsync(route, () => clients.CreateClient(HttpClients.Callbacks)
            .PostAsync(new Uri(options.CurrentValue.ApiRoot + route.Path), content, cancellationToken));
        if (response.IsSuccessStatusCode)
        {
            return null;
        }

        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var limit = RateLimitAnswer.Read(response, answer);
        DiscordSignals.Count(route, response.StatusCode, limit);
        refusals.Count(response.StatusCode, limit);
        return ApiErrors.Read(route, response.StatusCode, answer, limit.RetryAfter);
    }
}
