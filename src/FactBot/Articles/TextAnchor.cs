using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>Where a quote stands in a text.</summary>
/// <param name="Start">The first character, counted in UTF-16 code units from 0.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Selector">The passage by its words.</param>
public sealed record TextAnchor(int Start, int End, TextQuoteSelector Selector)
{
    /// <summary>
    /// Finds a quote's first place as whole words. Runs of white space, the kind of quotation marks and dashes, and upper
    /// or lower case do not matter, nor do quotation marks around the quote. Null where it does not stand in the text.
    /// </summary>
    public static TextAnchor? Find(string text, string quote) => FindAll(text, quote).FirstOrDefault();

    /// <summary>Finds all places of a quote, by the same rules, in their order.</summary>
    public static IEnumerable<TextAnchor> FindAll(string text, string quote)
    {
        var wanted = Unquoted(Folded.Of(quote).Letters);
        if (wanted.Length == 0)
        {
            yield break;
        }

        var folded = Folded.Of(text);
        for (var at = 0; (at = folded.Letters.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsWhole(folded.Letters, at, at + wanted.Length))
            {
                var (start, end) = (folded.Places[at], folded.Places[at + wanted.Length - 1] + 1);
                yield return new TextAnchor(start, end, TextQuoteSelector.Of(text, start, end));
            }
        }
    }

    /// <summary>Finds a quote between two places of a text, by the same rules; its selector tells what stands around it in the whole.</summary>
    public static TextAnchor? FindWithin(string text, string quote, int start, int end) =>
        Find(text[start..end], quote) is { } found
            ? new(start + found.Start, start + found.End, TextQuoteSelector.Of(text, start + found.Start, start + found.End))
            : null;

    private static string Unquoted(string folded)
    {
        var quote = folded.Trim();
        return quote.Length > 2 && quote[0] is '"' or '\'' && quote[^1] == quote[0] ? quote[1..^1].Trim() : quote;
    }

    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && IsWordPart(text[start - 1]) && IsWordPart(text[start]))
        && !(end < text.Length && IsWordPart(text[end]) && IsWordPart(text[end - 1]));

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CleanText.IsMark(char.GetUnicodeCategory(c));

    /// <summary>A text with all folded away that does not matter, and where each of its letters came from.</summary>
    private sealed record Folded(string Letters, int[] Places)
    {
        public static Folded Of(string text)
        {
            var letters = new char[text.Length];
            var places = new int[text.Length];
            var length = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var letter = Fold(text[i]);
                if (letter == ' ' && length > 0 && letters[length - 1] == ' ')
                {
                    continue;
                }

                (letters[length], places[length]) = (letter, i);
                length++;
            }

            return new(new string(letters, 0, length), places[..length]);
        }

        private static char Fold(char c) => c switch
        {
            _ when char.IsWhiteSpace(c) => ' ',
            '“' or '”' or '„' or '«' or '»' => '"',
            '‘' or '’' or '‚' or 'ʼ' => '\'',
            '–' or '—' or '‑' or '−' => '-',
            _ => char.ToLowerInvariant(c),
        };
    }
}
