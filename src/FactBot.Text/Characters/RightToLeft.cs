using System.Text;

namespace FactBot.Text.Characters;

/// <summary>Converts a line from visual order, as it is drawn from left to right, to logical order, as it is written.</summary>
internal static class RightToLeft
{
    private const string Mirrored = "()[]{}<>«»‹›";

    /// <summary>Reverses a line whose letters mostly run from right to left, but not its numbers and foreign words.</summary>
    public static string Ordered(string drawn)
    {
        if (!IsFromRight(drawn))
        {
            return drawn;
        }

        var text = new StringBuilder(drawn.Length);
        var end = drawn.Length;
        while (end > 0)
        {
            var start = end - 1;
            if (IsOfLeft(drawn[start]))
            {
                while (start > 0 && (IsOfLeft(drawn[start - 1]) || (start > 1 && IsOfLeft(drawn[start - 2]) && drawn[start - 1] is '.' or ',' or ':' or '/' or '-' or '\'' or ' ' && !(drawn[start - 1] == ' ' && !char.IsLetter(drawn[start])))))
                {
                    start--;
                }

                text.Append(drawn, start, end - start);
            }
            else
            {
                // A mark belongs to the letter before it, so the two move together.
                var letter = start;
                while (letter > 0 && CleanText.IsMark(char.GetUnicodeCategory(drawn[letter])))
                {
                    letter--;
                }

                start = letter;
                var place = end - start == 1 ? Mirrored.IndexOf(drawn[start], StringComparison.Ordinal) : -1;
                text.Append(place >= 0 ? Mirrored[place ^ 1].ToString() : drawn[start..end]);
            }

            end = start;
        }

        return text.ToString();
    }

    /// <summary>Whether most letters of the text run from right to left.</summary>
    public static bool IsFromRight(string text) => text.Count(IsOfRight) is > 0 and var back && back >= text.Count(c => char.IsLetter(c) && !IsOfRight(c));

    private static bool IsOfRight(char c) => c is (>= '\u0590' and <= '\u08FF' and not (>= '\u0660' and <= '\u0669') and not (>= '\u06F0' and <= '\u06F9')) or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool IsOfLeft(char c) => char.IsDigit(c) || (char.IsLetter(c) && !IsOfRight(c)) || c is '%' or '€' or '$';
}
