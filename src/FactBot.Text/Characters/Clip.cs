namespace FactBot.Text.Characters;

/// <summary>Shortens a text for places with little room.</summary>
public static class Clip
{
    /// <summary>Returns the text on one line, at most <paramref name="length"/> characters with an ellipsis if cut.</summary>
    public static string To(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= length ? line : Cut(line, length - 1) + "…";
    }

    /// <summary>Returns at most the first <paramref name="length"/> characters, never splitting a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
