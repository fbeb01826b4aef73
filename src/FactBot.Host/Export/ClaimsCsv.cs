using System.Buffers;
using System.Globalization;
using System.Text;
using FactBot.Claims;
using FactBot.Teams;

namespace FactBot.Host.Export;

/// <summary>A team's claims as CSV, one a line, for a spreadsheet.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180</remarks>
internal static class ClaimsCsv
{
    // Spreadsheets take a file without it for one in the machine's old code page.
    private const string ByteOrderMark = "\uFEFF";

    // The signs that begin a formula, also in their wide, small and raised forms, which some spreadsheets take for them.
    private const string FormulaSigns = "=+-@\u2212＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋";

    // In much of Europe a spreadsheet parts cells at semicolons, and some part them at tabs.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n\v\f\u0085\u2028\u2029");

    private static readonly string[] Head =
    [
        "number", "text", "claimant", "said", "article", "stage", "submitted at", "sources", "source addresses", "votes", "rating",
        "verdict", "summary", "explanation", "published at", "retracted at",
    ];

    public static string Write(IEnumerable<Claim> claims, RatingScales scales) =>
        ByteOrderMark + string.Concat(claims.Select(c => Cells(c, scales)).Prepend(Head).Select(Line));

    /// <summary>A line of the file, in which a spreadsheet finds these cells and runs none of them.</summary>
    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

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

    /// <summary>What a spreadsheet would take for a formula is marked as text.</summary>
    /// <remarks>https://owasp.org/www-community/attacks/CSV_Injection</remarks>
    private static string Cell(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Spreadsheets drop what isn't seen in front of a formula.</summary>
    private static bool IsFormula(string text)
    {
        var seen = text.EnumerateRunes().FirstOrDefault(r => !IsUnseen(r));
        return text is ['\t' or '\r' or '\n', ..] || (seen.Value != 0 && FormulaSigns.Contains(seen.ToString(), StringComparison.Ordinal));
    }

    private static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
