using System.Text.RegularExpressions;

namespace FactBot.Text.Addresses;

/// <summary>Finds links in a text.</summary>
public static partial class WebLinks
{
    /// <summary>Replaces each link in the text with a space.</summary>
    public static string Without(string text) => text.Contains('/', StringComparison.Ordinal) ? Links().Replace(text, " ") : text;

    /// <summary>Returns the links in the text, in order.</summary>
    public static IEnumerable<string> In(string text) => Addresses().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')', '>', '!', '?', '"', '\''));

    [GeneratedRegex(@"https?://\S+|pic\.twitter\.com/\S*|www\.\S+|t\.co/\S+")]
    private static partial Regex Links();

    [GeneratedRegex(@"https?://[^\s<>|]+", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
