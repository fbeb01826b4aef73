namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Answers a call; runs while holding the world's lock.</summary>
internal delegate RestAnswer RestHandler(RestCall call);

/// <summary>A method on a path.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Template">Like <c>channels/{channel}/messages</c>; calls are counted by the first placeholder.</param>
/// <param name="Limit">How many calls in how much time; null for no limit of its own.</param>
/// <param name="NeedsToken">Whether it requires the bot's token, and counts towards the global limit; an interaction's
/// own token is in the path.</param>
/// <param name="Handle">Answers the call.</param>
internal sealed record RestRoute(string Method, string Template, RestLimit? Limit, bool NeedsToken, RestHandler Handle)
{
    private readonly string[] parts = Template.Split('/');

    /// <summary>Returns the values of the placeholders if the path matches, otherwise null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != parts.Length)
            return null;
        var values = new Dictionary<string, string>();
        foreach (var (part, text) in parts.Zip(path))
        {
            if (part[0] == '{')
                values[part[1..^1]] = text;
            else if (part != text)
                return null;
        }

        return values;
    }
}

/// <summary>A rate limit: a number of calls in a period.</summary>
internal sealed record RestLimit(int Calls, TimeSpan In)
{
    /// <summary>
    /// Messages: five per second in each channel. Discord states no numbers, and asks clients to read its headers; this
    /// window is shorter than the usual one, so that nobody who tries the bot has to wait.
    /// </summary>
    public static readonly RestLimit Messages = new(5, TimeSpan.FromSeconds(1));

    /// <summary>Responses via an interaction's token: five in two seconds for each token.</summary>
    public static readonly RestLimit Webhook = new(5, TimeSpan.FromSeconds(2));

    /// <summary>Everything that is rarely the bottleneck.</summary>
    public static readonly RestLimit Generous = new(50, TimeSpan.FromSeconds(5));
}
