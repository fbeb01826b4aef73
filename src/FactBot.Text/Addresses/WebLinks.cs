using System.Text.RegularExpressions;

namespace FactBot.Text.Addresses;

/// <summary>Addresses of pages within a text.</summary>
public static partial class WebLinks
{
    /// <summary>The text with a space in place of each.</summary>
    public static string Without(string text) => text.Contains('/', StringComparison.Ordinal) ? Links().Replace(text, " ") : text;

    /// <summary>Those that lead to a page, in their order.</summary>
    public static IEnumerable<string> In(string text) => Addresses().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '>', '!', '?', '"', '\''));

    [GeneratedRegex(@"https?://\S+|pic\.twitter\.com/\S*|www\.\S+|t\.co/\S+")]
    private static partial Regex Links();

    [GeneratedRegex(@"https?://[^\s<>|]+", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
