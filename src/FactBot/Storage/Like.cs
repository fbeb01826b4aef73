namespace FactBot.Storage;

/// <summary>Patterns for SQL's LIKE in which what people typed means only itself.</summary>
internal static class Like
{
    public const string Escape = "\\";

    public static string Containing(string text)
    {
        var literal = text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
