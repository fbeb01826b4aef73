using System.Globalization;
using System.Text.RegularExpressions;

namespace FactBot.Audit;

/// <summary>Where a team's audit trail ends.</summary>
/// <param name="Number">The last entry's; 0 where there is none.</param>
/// <param name="Hash">The last entry's, or what it begins with.</param>
public sealed partial record AuditHead(int Number, string Hash)
{
    private const int Shown = 16;

    /// <summary>As people compare it, such as “entry 340, 1f2e3d4c5b6a7988”.</summary>
    public override string ToString() => Number == 0 ? "no entry" : $"entry {Number}, {Hash[..Math.Min(Shown, Hash.Length)]}";

    /// <summary>A head as a digest or a backup shows it, or as <c>340:1f2e3d4c5b6a7988</c>; null where the text is none.</summary>
    public static AuditHead? Find(string text) =>
        Form().Match(text.Trim()) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, match.Groups[2].Value.ToLowerInvariant())
            : null;

    [GeneratedRegex(@"(?:^|\bentry )(\d{1,9})\s*[:,]\s*([0-9a-fA-F]{16,64})\b")]
    private static partial Regex Form();
}
