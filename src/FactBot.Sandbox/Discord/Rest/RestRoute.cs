namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Answers a call; runs under the world's gate.</summary>
internal delegate RestAnswer RestHandler(RestCall call);

/// <summary>One method on one path.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Template">Like <c>channels/{channel}/messages</c>; the first place is what the bucket is counted
/// by.</param>
/// <param name="Limit">How many calls in how much time; null is not counted, and outside of the global limit.</param>
/// <param name="NeedsToken">Whether the bot's token is asked for; an interaction's own token stands in the
/// path.</param>
/// <param name="Handle">What to do.</param>
internal sealed record RestRoute(string Method, string Template, RestLimit? Limit, bool NeedsToken, RestHandler Handle)
{
    private readonly string[] parts = Template.Split('/');

    /// <summary>The values of the places if the path is of this form, otherwise null.</summary>
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

/// <summary>A rate limit: so many calls in so much time.</summary>
internal sealed record RestLimit(int Calls, TimeSpan In)
{
    /// <summary>
    /// Messages: five in a second for each channel. Discord states no numbers, and asks that its headers be read; this
    /// is a shorter window than is usual there, so that nobody who tries the bot has to wait.
    /// </summary>
    public static readonly RestLimit Messages = new(5, TimeSpan.FromSeconds(1));

    /// <summary>Answers through an interaction's token: five in two seconds for each token.</summary>
    public static readonly RestLimit Webhook = new(5, TimeSpan.FromSeconds(2));

    /// <summary>Everything that is seldom the bottleneck.</summary>
    public static readonly RestLimit Generous = new(50, TimeSpan.FromSeconds(5));
}
