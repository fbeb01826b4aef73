using System.Net;
using Discord.Net.Rest;
using FactBot.Discord;
using FactBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace FactBot.DiscordNet.Rest;

/// <summary>
/// Discord.Net's own HTTP client, wrapped in our client's rules: each call has a timeout, keeps to the global limit, waits out
/// a 429, is retried if that is safe, and is reported in traces and metrics.
/// </summary>
/// <remarks>
/// Discord.Net retries a 429 at once if the route reported no limits, and a single message's limit (30046) would block all
/// other messages of its channel for up to an hour.
/// </remarks>
internal sealed partial class CarefulRestClient(IRestClient inner, RestCare care) : IRestClient
{
    private const int Attempts = 3;
    private const int RateLimitedAttempts = 5;

    private readonly ILogger logger = care.Logger;

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => SendAsync(
            RestCall.Of(method, endpoint),
            c => inner.SendAsync(method, endpoint, c, headerOnly, reason, requestHeaders), cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => SendAsync(
            RestCall.Of(method, endpoint),
            c => inner.SendAsync(method, endpoint, json, c, headerOnly, reason, requestHeaders), cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken,
        bool headerOnly = false, string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => SendAsync(
            RestCall.Of(method, endpoint),
            c => inner.SendAsync(method, endpoint, multipartParams, c, headerOnly, reason, requestHeaders), cancelToken);

    public void Dispose() => inner.Dispose();

    private async Task<RestResponse> SendAsync(
        RestCall call, Func<CancellationToken, Task<RestResponse>> sendAsync, CancellationToken cancellationToken)
    {
        var (failures, limited) = (0, 0);
        while (true)
        {
            try
            {
                var response = await SendOnceAsync(call, sendAsync, cancellationToken);
                if (response.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    await WaitOutAsync(call, response, ++limited, cancellationToken);
                    continue;
                }

                if ((int)response.StatusCode < 500 || call.IsFirstAnswer || !call.IsRepeatable || ++failures >= Attempts)
                {
                    return response;
                }

                LogRepeat(call.Shown, failures, response.StatusCode);
            }
            catch (Exception cause) when (!call.IsFirstAnswer && RestPipeline.IsConnectionFailure(cause, cancellationToken))
            {
                if (!call.IsRepeatable || ++failures >= Attempts)
                {
                    throw ApiErrors.Unreachable(call.Shown, cause);
                }

                LogRepeat(call.Shown, failures, null);
            }

            await Task.Delay(Backoff.Delay(failures), care.Time, cancellationToken);
        }
    }

    private async Task<RestResponse> SendOnceAsync(
        RestCall call, Func<CancellationToken, Task<RestResponse>> sendAsync, CancellationToken cancellationToken)
    {
        using var place = call.IsAuthorised
            ? await care.Everything.EnterAsync(wait => PauseAsync(call, wait, cancellationToken), cancellationToken)
            : null;
        care.Refusals.ThrowIfNearLimit();
        // Real time: the network doesn't know about a clock that tests move.
        using var timeout = new CancellationTokenSource(care.Options.RequestTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var response = await DiscordSignals.WatchAsync(
            call.Method, call.Template, () => sendAsync(either.Token), response => response.StatusCode);
        if (DateTimeOffset.TryParse(response.Headers.GetValueOrDefault("Date"), out var date))
        {
            care.Discord.Hear(date);
        }

        if (response.StatusCode != HttpStatusCode.TooManyRequests)
        {
            care.Refusals.Count(response.StatusCode, RateLimitAnswer.Read(response.StatusCode, response.Headers.GetValueOrDefault, []));
        }

        return response;
    }

    /// <exception cref="DiscordApiException">The limit can't be waited out here.</exception>
    private async Task WaitOutAsync(RestCall call, RestResponse response, int times, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await response.Stream.CopyToAsync(body, cancellationToken);
        var limit = RateLimitAnswer.Read(response.StatusCode, response.Headers.GetValueOrDefault, body.ToArray());
        DiscordSignals.Limited(call.Method, call.Template, limit);
        care.Refusals.Count(response.StatusCode, limit);
        var wait = limit.RetryAfter ?? TimeSpan.Zero;
        if (call.IsFirstAnswer || limit.IsOfOneMessage || times >= RateLimitedAttempts)
        {
            throw ApiErrors.Read(call.Shown, response.StatusCode, body.ToArray(), wait);
        }

        LogRateLimited(call.Shown, wait.TotalSeconds, limit.IsGlobal, limit.IsShared);
        if (call.IsAuthorised && limit.IsGlobal)
        {
            care.Everything.Block(wait);
        }

        await PauseAsync(call, wait, cancellationToken);
    }

    private Task PauseAsync(RestCall call, TimeSpan wait, CancellationToken cancellationToken) => wait <= care.Options.LongestRateLimit
        ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), care.Time, cancellationToken)
        : throw new DiscordApiException(
            $"Discord's rate limit for {call.Shown} lasts another {wait.TotalSeconds:0} s", HttpStatusCode.TooManyRequests)
        { RetryAfter = wait };

    [LoggerMessage(LogLevel.Warning, "Rate limited on {Route} for {Seconds} s (global: {IsGlobal}, shared: {IsShared})")]
    private partial void LogRateLimited(string route, double seconds, bool isGlobal, bool isShared);

    [LoggerMessage(LogLevel.Warning, "{Route} failed ({Failures}, status {Status}), trying again")]
    private partial void LogRepeat(string route, int failures, HttpStatusCode? status);
}
