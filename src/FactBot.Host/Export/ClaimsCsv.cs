using System.Buffers;
using System.Globalization;
using System.Text;
using FactBot.Domain.Claims;
using FactBot.Domain.Verdicts;
using FactBot.Teams;

namespace FactBot.Host.Export;

/// <summary>Writes a team's claims as CSV, one per line, for a spreadsheet.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180</remarks>
internal static class ClaimsCsv
{
    // Without it, spreadsheets assume the machine's legacy code page.
    private const string ByteOrderMark = "\uFEFF";

    // The characters that start a formula, including their wide, small and raised forms, which some spreadsheets accept too.
    private const string FormulaSigns = "=+-@\u2212＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋";

    // In much of Europe, spreadsheets split cells at semicolons, and some split them at tabs.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n\v\f\u0085\u2028\u2029");

    private static readonly string[] Head =
    [
        "number", "text", "claimant", "said", "article", "stage", "submitted at", "sources", "source addresses", "votes", "rating",
        "verdict", "summary", "explanation", "published at", "retracted at",
    ];

    public static string Write(IEnumerable<Claim> claims, RatingScales scales) =>
        ByteOrderMark + string.Concat(claims.Select(c => Cells(c, scales)).Prepend(Head).Select(Line));

    /// <summary>Returns a line that a spreadsheet splits into exactly these cells and runs none of.</summary>
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

    /// <summary>Marks anything a spreadsheet would take for a formula as text.</summary>
    /// <remarks>https://owasp.org/www-community/attacks/CSV_Injection</remarks>
    private static string Cell(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Skips invisible characters, because spreadsheets drop them before a formula.</summary>
    private static bool IsFormula(string text)
    {
        var seen = text.EnumerateRunes().FirstOrDefault(r => !IsUnseen(r));
        return text is ['\t' or '\r' or '\n', ..] || (seen.Value != 0 && FormulaSigns.Contains(seen.ToString(), StringComparison.Ordinal));
    }

    private static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
