namespace FactBot.Text.Sentences;

/// <summary>Splits a long text into pages.</summary>
public static class TextPages
{
    /// <summary>Finds where each page begins and ends; a sentence that fits on a page isn’t split.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The maximum number of characters on a page.</param>
    public static IReadOnlyList<(int Start, int End)> Of(string text, int length)
    {
        var pages = new List<(int Start, int End)>();
        var start = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (sentence.Next - start > length && sentence.Start > start)
            {
                pages.Add((start, sentence.Start));
                start = sentence.Start;
            }

            while (sentence.Next - start > length)
            {
                var end = start + length - (char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0);
                pages.Add((start, end));
                start = end;
            }
        }

        return start < text.Length || pages.Count == 0 ? [.. pages, (start, text.Length)] : pages;
    }
}
