namespace FactBot.Storage;

/// <summary>Patterns for SQL's LIKE in which what people typed means only itself.</summary>
internal static class Like
{
    public const string Escape = "\\";

    /// <summary>Patterns for a text as it was typed, in small letters and with a capital: SQLite folds ASCII alone.</summary>
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
