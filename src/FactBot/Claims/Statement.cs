using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FactBot.Chat;
using FactBot.Text.Characters;

namespace FactBot.Claims;

/// <summary>Distinguishes texts that can state something from those that can't, in any script.</summary>
internal static partial class Statement
{
    /// <summary>Refuses a text that states nothing, and says what would help.</summary>
    public static void Require(string text)
    {
        if (FindFault(text) is { } fault)
        {
            throw new DeskRuleException(
                $"“{Clip.To(text, 60)}” {fault}, so there’s nothing to check. Write what it says as a sentence, such as “GDP fell 3% in 2024”.");
        }
    }

    /// <summary>Whether the text could be true or false, judging by its form.</summary>
    public static bool IsIn(string text) => FindFault(text) is null;

    private static string? FindFault(string text)
    {
        var words = Codes().Replace(Links().Replace(text, " "), " ");
        words = words.AsSpan().Trim().ContainsAny(' ', '\n') ? words : Host().Replace(words.Trim(), " ");
        var letters = words.EnumerateRunes().Where(IsLetter).ToList();
        var isEnough = letters.Count >= (letters.Exists(IsWeighty) || words.EnumerateRunes().Any(r => Rune.GetNumericValue(r) >= 0) ? 2 : 3);
        return isEnough ? null
            : letters.Count > 0 ? "states nothing yet"
            : Links().IsMatch(text) || Host().IsMatch(text.Trim()) ? "is only a link"
            : "has no words";
    }

    // Braille is letters to its readers, but symbols to Unicode.
    private static bool IsLetter(Rune rune) =>
        (Rune.IsLetter(rune) && rune.Value is not (0x2139 or 0xAA or 0xBA)) || rune.Value is > 0x2800 and <= 0x28FF;

    /// <summary>Whether two letters of the script can be a sentence: it omits vowels, or a letter can be a word.</summary>
    private static bool IsWeighty(Rune rune) => rune.Value is (>= 0x0590 and <= 0x1FFF and not (>= 0x10A0 and <= 0x10FF)) or >= 0x2E80
        && rune.Value is not (>= 0xA640 and <= 0xA7FF) and not (>= 0xAB30 and <= 0xAB6F) and not (>= 0xFB00 and <= 0xFB17)
            and not (>= 0xFF00 and <= 0xFF5A) and not (>= 0x1D400 and <= 0x1D7FF) and not (>= 0x1F00 and <= 0x1FFF) and not (>= 0x1E00 and <= 0x1EFF);

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*:/{1,2}\S+|\bwww\.\S+|\bmailto:\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Links();

    // Mentions, channels, commands, timestamps and emoji in Discord's syntax, and emoji by name.
    [GeneratedRegex(@"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^>:]+:\d+|id:\w+)>|:[a-z0-9_+-]+:|(?<!\w)@(?:everyone|here)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex(@"^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]\S*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();
}
