using System.Globalization;
using System.Text.RegularExpressions;

namespace FactBot.Audit;

/// <summary>The last position of a team's audit trail.</summary>
/// <param name="Number">The last entry's number; 0 if the trail is empty.</param>
/// <param name="Hash">The last entry's hash, or a prefix of it.</param>
public sealed partial record AuditHead(int Number, string Hash)
{
    private const int Shown = 16;

    /// <summary>Formats the head for people to compare, such as “entry 340, 1f2e3d4c5b6a7988”.</summary>
    public override string ToString() => Number == 0 ? "no entry" : $"entry {Number}, {Hash[..Math.Min(Shown, Hash.Length)]}";

    /// <summary>
    /// Finds the head of a trail with entries, as a digest or backup shows it, or as <c>340:1f2e3d4c5b6a7988</c>; null if there is
    /// none.
    /// </summary>
    public static AuditHead? Find(string text) =>
        Form().Match(text.Trim()) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(number, match.Groups[2].Value.ToLowerInvariant())
            : null;

    [GeneratedRegex(@"(?:^|\bentry )(\d{1,9})\s*[:,]\s*([0-9a-fA-F]{16,64})\b")]
    private static partial Regex Form();
}
