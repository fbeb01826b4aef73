namespace FactBot.Storage;

/// <summary>Builds patterns for SQL's LIKE in which typed text is matched literally.</summary>
internal static class Like
{
    public const string Escape = "\\";

    /// <summary>Returns patterns for a text as typed, in lower case and capitalized: SQLite folds only ASCII.</summary>
    public static string[] ContainingAnyCase(string text)
    {
        var small = text.ToLowerInvariant();
        var capital = small.Length == 0 ? small : char.ToUpperInvariant(small[0]) + small[1..];
        return [.. new[] { text, small, capital }.Distinct().Select(Containing)];
    }

    private static string Containing(string text)
    {
        var literal = text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
