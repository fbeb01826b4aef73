namespace FactBot.Host.Tests.OpenApi;

/// <summary>Where the traffic may differ from the document, since Discord's page says otherwise.</summary>
/// <param name="Part">The part it is in; see <see cref="Finding"/>.</param>
/// <param name="Path">How the place ends.</param>
/// <param name="Reason">Why the document is not followed.</param>
/// <param name="Page">Where Discord says so.</param>
internal sealed record AllowedDifference(string Part, string Path, string Reason, Uri Page)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<AllowedDifference> All { get; } =
    [
        new("response 429", "code",
            "Required in the document; the page says 'code?', for some limits only.",
            new("https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit")),
    ];

    /// <summary>
    /// What Discord.Net writes into requests and the document does not name. Discord takes it, from the many bots that run on
    /// Discord.Net; our own client writes none of it.
    /// </summary>
    public static IReadOnlyList<AllowedDifference> OfDiscordNet { get; } =
    [
        .. new[]
        {
            "[].nsfw", "[].default_permission", "options[].options", "options[].autocomplete",
            "components[].options", "components[].channel_types", "components[].default_values",
            "image.proxy_url", "footer.proxy_icon_url", "type",
        }.Select(path => new AllowedDifference(
            "request", path, "Written whatever the value, or from an older API.", new("https://github.com/discord-net/Discord.Net/tree/dev/src/Discord.Net.Rest/API"))),
    ];

    public bool Covers(Finding finding) =>
        finding.Part == Part && JsonPath.Generalize(finding.Path).EndsWith(Path, StringComparison.Ordinal);
}
