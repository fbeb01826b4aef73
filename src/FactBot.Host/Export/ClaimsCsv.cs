using System.Globalization;
using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Host.Export;

/// <summary>A team's claims as CSV, one a line, for a spreadsheet.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180</remarks>
internal static class ClaimsCsv
{
    private static readonly string[] Head =
    [
        "number", "text", "claimant", "said", "article", "stage", "submitted at", "sources", "source addresses", "votes", "rating",
        "verdict", "summary", "explanation", "published at", "retracted at",
    ];

    public static string Write(IEnumerable<Claim> claims, RatingScales scales) =>
        string.Concat(claims.Select(c => Cells(c, scales)).Prepend(Head).Select(Line));

    private static IEnumerable<string> Cells(Claim claim, RatingScales scales)
    {
        var verdict = claim.Verdicts is [.., var last] ? last : null;
        var scale = scales.Of(claim);
        return
        [
            Number(claim.Number), claim.Text, claim.Claimant ?? "", claim.SaidOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            claim.Appearance is { } place ? Number(place.ArticleNumber) : "", claim.Stage.ToString(), Instant(claim.SubmittedAt),
            Number(claim.StandingSources.Count()), string.Join(' ', claim.StandingSources.Select(s => s.Url)),
            string.Join("; ", Unsealed.BallotsOf(claim).GroupBy(b => scale.NameOf(b.Rating)).Select(g => $"{g.Key} {g.Count()}")),
            verdict?.RatingName ?? "", verdict is null ? "" : Number(verdict.Version), verdict?.Summary ?? "", verdict?.Explanation ?? "",
            Instant(verdict?.PublishedAt), Instant(verdict?.RetractedAt),
        ];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>What a spreadsheet would take for a formula is marked as text.</summary>
    /// <remarks>https://owasp.org/www-community/attacks/CSV_Injection</remarks>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
