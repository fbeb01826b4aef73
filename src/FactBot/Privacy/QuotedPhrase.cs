namespace FactBot.Privacy;

/// <summary>How words that somebody else wrote as well stand in a text.</summary>
internal static class QuotedPhrase
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'];

    /// <summary>
    /// Whether the text's own sentence goes on around them anywhere: a word follows although they don't end one, or a word comes
    /// before them although they begin with a small letter.
    /// </summary>
    public static bool IsInSentence(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var before = text.AsSpan(0, at).TrimEnd(' ');
            var after = text.AsSpan(at + words.Length).TrimStart(' ');
            if ((after.Length > 0 && char.IsLetterOrDigit(after[0]) && !SentenceEnds.Contains(words[^1]))
                || (before.Length > 0 && char.IsLetterOrDigit(before[^1]) && char.IsLower(words[0])))
            {
                return true;
            }
        }

        return false;
    }
}
