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

    public bool Covers(Finding finding) =>
        finding.Part == Part && JsonPath.Generalize(finding.Path).EndsWith(Path, StringComparison.Ordinal);
}
