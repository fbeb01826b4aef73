using System.Net;
using Discord;
using Discord.Net;
using Discord.Net.Queue;
using FactBot.Discord.Rest;

namespace FactBot.DiscordNet.Rest;

/// <summary>Converts what Discord.Net throws to our exceptions.</summary>
internal static class Asking
{
    /// <exception cref="DiscordApiException">Discord refused the call or couldn't be reached.</exception>
    public static async Task<T> AskAsync<T>(Func<Task<T>> askAsync, CancellationToken cancellationToken)
    {
        var asking = askAsync();
        await DoAsync(() => asking, cancellationToken);
        return await asking;
    }

    /// <exception cref="DiscordApiException">Discord refused the call or couldn't be reached.</exception>
    public static async Task DoAsync(Func<Task> doAsync, CancellationToken cancellationToken)
    {
        try
        {
            await doAsync();
        }
        catch (Exception e) when (FindRefusal(e, cancellationToken) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Returns null for an exception that isn't a failed call.</summary>
    public static DiscordApiException? FindRefusal(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        HttpException refused => Of(refused),
        TimeoutException late => ApiErrors.Unreachable("a call in Discord.Net's queue", late),
        // For example a token whose 15 minutes are over, or a message that Discord would refuse.
        ArgumentException or InvalidOperationException => new DiscordApiException($"Discord.Net refused a call: {failure.GetType().Name}", HttpStatusCode.BadRequest, failure),
        Newtonsoft.Json.JsonException malformed => new DiscordApiException("An answer is not Discord's JSON; is there a proxy in between?", HttpStatusCode.OK, malformed),
        _ when RestPipeline.IsConnectionFailure(failure, cancellationToken) => ApiErrors.Unreachable("a call", failure),
        _ => null,
    };

    private static DiscordApiException Of(HttpException refused)
    {
        var request = refused.Request as RestRequest;
        return ApiErrors.Refused(
            request is null ? "a call" : RestCall.Of(request.Method, request.Endpoint).Shown,
            refused.HttpCode,
            (int)(refused.DiscordCode ?? DiscordErrorCode.GeneralError),
            refused.Reason,
            [.. refused.Errors.SelectMany(at => at.Errors.Select(e => $"{at.Path} {e.Code}"))],
            retryAfter: null);
    }
}
