using System.Globalization;

namespace FactBot.DiscordNet.Rest;

/// <summary>A REST call of Discord.Net's in a form that is safe to log: with its ids, but never an interaction's token.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Template">The path with numbered placeholders for its ids and tokens.</param>
/// <param name="Shown">The method and path for logs and errors.</param>
internal sealed record RestCall(string Method, string Template, string Shown)
{
    /// <summary>Whether it is an interaction's initial response, which there is no time to retry here.</summary>
    public bool IsFirstAnswer => Template.EndsWith("/callback", StringComparison.Ordinal);

    /// <summary>False for interactions and their webhooks, which have their own token and no global limit.</summary>
    public bool IsAuthorised => !HasToken(Template.Split('/')[1]);

    /// <summary>Whether sending it twice has the same effect as sending it once.</summary>
    public bool IsRepeatable => Method != "POST" || Template == "/users/@me/channels";

    /// <param name="method">GET, POST and so on.</param>
    /// <param name="endpoint">For example <c>channels/1/messages?limit=100</c>.</param>
    public static RestCall Of(string method, string endpoint)
    {
        var parts = endpoint.Split('?')[0].Split('/');
        var (template, shown, gaps) = ("", "", 0);
        foreach (var (index, part) in parts.Index())
        {
            var isToken = index == 2 && HasToken(parts[0]);
            var isGap = isToken || ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            template += isGap ? $"/{{{gaps++}}}" : "/" + part;
            shown += isToken ? "/…" : "/" + part;
        }

        return new RestCall(method, template, $"{method} {shown}");
    }

    private static bool HasToken(string root) => root is "interactions" or "webhooks";
}
