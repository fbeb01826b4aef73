using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Interactions;

/// <summary>
/// The way of first answers, which are worth nothing after 3 seconds: connections of its own, so that no queue of
/// other calls stands before it, no rate limit to wait for, and no backoff.
/// </summary>
internal sealed class CallbackLane(
    IHttpClientFactory clients, InvalidRequests refusals, IOptions<DiscordOptions> options)
{
    public async Task RespondAsync(
        Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellationToken)
    {
        refusals.ThrowIfNearLimit();
        var route = Route.Post($"/interactions/{interaction}/{token}/callback").WithoutToken();
        var body = RestBody.Of(response, DiscordJson.Default.InteractionResponse, response.Data?.Files);
        using var timeout = new CancellationTokenSource(options.Value.CallbackTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            if (await TrySendAsync(route, body, either.Token) is not { } refusal)
                return;
            throw refusal;
        }
        catch (HttpRequestException)
        {
            // A kept connection that the other side had closed in the meantime fails at once; a new one works.
            // https://github.com/discordjs/discord.js/issues/11554
            await RepeatAsync(route, body, either.Token, cancellationToken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw ApiErrors.Unreachable(route, late);
        }
    }

    private async Task RepeatAsync(
        Route route, RestBody body, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            // Already acknowledged: the first attempt had arrived, only its answer was lost.
            if (await TrySendAsync(route, body, either) is { Code: not ErrorCodes.AlreadyAcknowledged } refusal)
                throw refusal;
        }
        catch (Exception cause) when (RestPipeline.IsConnectionFailure(cause, cancellationToken))
        {
            throw ApiErrors.Unreachable(route, cause);
        }
    }

    private async Task<DiscordApiException?> TrySendAsync(
        Route route, RestBody body, CancellationToken cancellationToken)
    {
        using var content = body.ToContent();
        using var response = await clients.CreateClient(HttpClients.Callbacks)
            .PostAsync(new Uri(options.Value.ApiRoot + route.Path), content, cancellationToken);
        if (response.IsSuccessStatusCode)
            return null;
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var limit = RateLimitAnswer.Read(response, answer);
        refusals.Count(response.StatusCode, limit);
        return ApiErrors.Read(route, response.StatusCode, answer, limit.RetryAfter);
    }
}
