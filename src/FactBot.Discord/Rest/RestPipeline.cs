using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Rest;

/// <summary>Sends a call: waits its turn, retries what is safe to repeat, and turns failures into exceptions.</summary>
internal sealed partial class RestPipeline(
    IHttpClientFactory clients,
    RateLimits limits,
    InvalidRequests refusals,
    IOptionsMonitor<DiscordOptions> options,
    ILogger<RestPipeline> logger)
{
    private const int Attempts = 3;
    private const int RateLimitedAttempts = 5;

    public async Task<T> ReadAsync<T>(
        Route route, RestBody? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(route, body, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(answer, type) ?? throw new JsonException("null");
        }
        catch (JsonException malformed)
        {
            throw new DiscordApiException(
                $"The answer to {route.Shown} is not Discord's JSON; is there a proxy in between?",
                HttpStatusCode.OK, malformed);
        }
    }

    public async Task<byte[]> SendAsync(Route route, RestBody? body, CancellationToken cancellationToken)
    {
        using var turn = await limits.EnterAsync(route, cancellationToken);
        var (failures, rateLimited) = (0, 0);
        while (true)
        {
            DiscordApiException failure;
            try
            {
                using var place = await turn.WaitAsync(cancellationToken);
                refusals.ThrowIfNearLimit();
                using var response = await SendOnceAsync(route, body, cancellationToken);
                var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                // A delete that worked although its answer was lost.
                var isGone = failures > 0 && route.Method == HttpMethod.Delete
                    && response.StatusCode == HttpStatusCode.NotFound;
                var limit = RateLimitAnswer.Read(response, answer);
                if (!limit.IsOfOneMessage)
                {
                    turn.Learn(limit);
                }

                DiscordSignals.Count(route, response.StatusCode, limit);
                refusals.Count(response.StatusCode, limit);
                if (response.IsSuccessStatusCode || isGone)
                {
                    return answer;
                }

                failure = ApiErrors.Read(route, response.StatusCode, answer, limit.RetryAfter);
                if (limit is { IsOfOneMessage: false, RetryAfter: { } retryAfter } && ++rateLimited < RateLimitedAttempts)
                {
                    LogRateLimited(route.Shown, retryAfter.TotalSeconds, limit.IsGlobal, limit.IsShared);
                    continue;
                }
                if ((int)response.StatusCode < 500)
                {
                    throw failure;
                }
            }
            catch (Exception cause) when (IsConnectionFailure(cause, cancellationToken))
            {
                failure = ApiErrors.Unreachable(route, cause);
            }

            if (!route.IsRepeatable || ++failures >= Attempts)
            {
                throw failure;
            }

            LogRepeat(route.Shown, failures, failure.Status);
            await limits.BackOffAsync(failures, cancellationToken);
        }
    }

    internal static bool IsConnectionFailure(Exception cause, CancellationToken cancellationToken) =>
        cause is HttpRequestException or IOException
        || (cause is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private async Task<HttpResponseMessage> SendOnceAsync(
        Route route, RestBody? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(route.Method, options.CurrentValue.ApiRoot + route.Path);
        request.Content = body?.ToContent();
        if (route.IsAuthorised)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bot " + options.CurrentValue.Token);
        }

        // Real time: the network doesn't know about a clock that tests move.
        using var timeout = new CancellationTokenSource(options.CurrentValue.RequestTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        return await DiscordSignals.WatchAsync(route, () => clients.CreateClient(HttpClients.Api).SendAsync(request, either.Token));
    }

    [LoggerMessage(LogLevel.Warning,
        "Rate limited on {Route} for {Seconds} s (global: {IsGlobal}, shared: {IsShared})")]
    private partial void LogRateLimited(string route, double seconds, bool isGlobal, bool isShared);

    [LoggerMessage(LogLevel.Warning, "{Route} failed ({Failures}, status {Status}), trying again")]
    private partial void LogRepeat(string route, int failures, HttpStatusCode? status);
}
