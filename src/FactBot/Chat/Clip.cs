namespace FactBot.Chat;

/// <summary>Shortens a text to be shown where there is little room.</summary>
public static class Clip
{
    /// <summary>The text on one line, cut to at most <paramref name="length"/> characters, with an ellipsis where it was cut.</summary>
    public static string To(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= length ? line : Cut(line, length - 1) + "…";
    }

    /// <summary>The first characters of a text, at most <paramref name="length"/>, never half a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
