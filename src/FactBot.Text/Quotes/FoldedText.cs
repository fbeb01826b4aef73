using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FactBot.Text.Characters;

namespace FactBot.Text.Quotes;

/// <summary>
/// A text without the differences that copies of a passage may have: case, kinds of space, dash, quotation mark, apostrophe and
/// ellipsis, invisible characters, ligatures, widths, composed or decomposed letters, and how “per cent” is written. It keeps
/// what would change a fact: digits, signs and superscript figures.
/// </summary>
/// <param name="Letters">The folded text.</param>
/// <param name="Starts">For each folded letter, where it starts in the original text.</param>
/// <param name="Ends">For each folded letter, where it ends in the original text, exclusive.</param>
internal sealed partial record FoldedText(string Letters, int[] Starts, int[] Ends)
{
    // https://www.unicode.org/charts/PDF/UFB00.pdf
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static readonly string[] PerCent =
    [
        "per cent", "percent", "prozent", "pour cent", "por ciento", "por cento", "відсотків", "відсотки", "відсотка", "відсоток",
        "процентов", "процента", "процент", "procent", "proc.", "pct", "في المئة", "في المائة", "بالمئة", "بالمائة", "प्रतिशत",
    ];

    /// <param name="text">The text.</param>
    /// <param name="readsMarkdown">Whether to fold away Markdown's emphasis marks and link addresses, too.</param>
    public static FoldedText Of(string text, bool readsMarkdown = false)
    {
        var folding = new Folding(text.Length);
        var marks = (readsMarkdown ? Markdown().Matches(text).AsEnumerable() : []).Select(m => (m.Index, End: m.Index + m.Length)).GetEnumerator();
        var (hasMark, at) = (marks.MoveNext(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            while (hasMark && marks.Current.End <= at)
            {
                hasMark = marks.MoveNext();
            }

            if (!hasMark || at < marks.Current.Index)
            {
                folding.Add(rune, at, at + rune.Utf16SequenceLength);
            }

            at += rune.Utf16SequenceLength;
        }

        return folding.End();
    }

    /// <summary>Whether a span splits no word. In scripts without spaces, each letter counts as a word.</summary>
    public bool IsWhole(int start, int end) =>
        !(start > 0 && IsWordPart(start - 1) && IsWordPart(start)) && !(end < Letters.Length && IsWordPart(end) && IsWordPart(end - 1))
        && !(end < Letters.Length && CleanText.IsMark(char.GetUnicodeCategory(Letters[end])));

    /// <summary>Finds where folded letters occur as whole words.</summary>
    public IEnumerable<int> PlacesOf(string wanted)
    {
        for (var at = 0; (at = Letters.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsWhole(at, at + wanted.Length))
            {
                yield return at;
            }
        }
    }

    public TextAnchor AnchorAt(string text, int start, int end) =>
        new(Starts[start], Ends[end - 1], TextQuoteSelector.Of(text, Starts[start], Ends[end - 1]));

    private bool IsWordPart(int at)
    {
        var c = Letters[at];
        if (char.IsSurrogate(c))
        {
            return !Rune.TryGetRuneAt(Letters, char.IsLowSurrogate(c) && at > 0 ? at - 1 : at, out var rune) || !IsUnspaced(rune.Value);
        }

        return (char.IsLetterOrDigit(c) && !IsUnspaced(c)) || CleanText.IsMark(char.GetUnicodeCategory(c));
    }

    // Thai, Lao, Myanmar, Khmer, kana, Han, and Hangul (unspaced particles): https://www.unicode.org/Public/UNIDATA/Blocks.txt
    private static bool IsUnspaced(int c) => c is (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3005 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Markdown's marks for bold and struck-out text, and its link addresses.</summary>
    [GeneratedRegex(@"\*\*|__|~~|\[(?=[^\[\]\n]{1,300}\]\(https?://)|\]\(https?://[^)\s]{1,2000}\)")]
    private static partial Regex Markdown();

    private sealed class Folding(int capacity)
    {
        private readonly StringBuilder letters = new(capacity);
        private readonly List<int> starts = new(capacity);
        private readonly List<int> ends = new(capacity);

        public void Add(Rune rune, int start, int end)
        {
            var c = rune.Value;
            var category = Rune.GetUnicodeCategory(rune);
            if (IsUnseen(c, category) || LetterForms.IsLeftOut(c))
            {
                return;
            }

            if (Rune.IsWhiteSpace(rune) || c is 0x2800 or 0x3164 or 0xFFA0)
            {
                AddSpace(start, end);
            }
            else if (c is >= 0xFB00 and <= 0xFB06)
            {
                AddAll(Ligatures[c - 0xFB00], start, end);
            }
            else if (c is '…' or 0x2025 or 0x22EF)
            {
                AddAll("...", start, end);
            }
            else if (letters.Length > 0 && LetterForms.VoicedOf(letters[^1], c) is { } voiced)
            {
                (letters[^1], ends[^1]) = (voiced, end);
            }
            else if (LetterForms.PlainOf(c) is { } plain)
            {
                AddAll(plain, start, end);
            }
            else if (FractionOf(c) is { } fraction)
            {
                AddSpace(start, end);
                AddAll(fraction, start, end);
            }
            else if (RaisedDigit(c) is { } digit)
            {
                AddAll($"^{digit}", start, end);
            }
            else if (letters.Length > 0 && rune.IsBmp && FindComposed(letters[^1], (char)c) is { } whole)
            {
                (letters[^1], ends[^1]) = (whole, end);
            }
            else if (IsDash(c, category))
            {
                AddDash(start, end);
            }
            else if (IsQuote(c))
            {
                Put('\'', start, end);
            }
            else
            {
                AddAll(Rune.ToLowerInvariant(Narrow(rune)).ToString(), start, end);
            }
        }

        /// <summary>
        /// Makes the last pass: removes quotation marks but keeps apostrophes, which are between letters. Replaces the per cent
        /// sign and the words for it with one word.
        /// </summary>
        public FoldedText End()
        {
            var all = letters.ToString();
            letters.Clear();
            var (from, to) = (starts.ToArray(), ends.ToArray());
            starts.Clear();
            ends.Clear();
            for (var i = 0; i < all.Length; i++)
            {
                if (i + 1 < all.Length && all[i] is '<' or '>' && all[i + 1] == all[i])
                {
                    i++; // << and >> are typed on keyboards without « and ».
                    continue;
                }

                var isQuote = all[i] == '\'' && !(i > 0 && i + 1 < all.Length && char.IsLetter(all[i - 1]) && char.IsLetter(all[i + 1]));
                if (FindPerCent(all, i) is { } word)
                {
                    AddSpace(from[i], from[i]);
                    AddAll("percent", from[i], to[i + word.Length - 1]);
                    i += word.Length - 1;
                }
                else if (all[i] == ' ')
                {
                    AddSpace(from[i], to[i]);
                }
                else if (!isQuote)
                {
                    Put(all[i], from[i], to[i]);
                }
            }

            return new(letters.ToString(), [.. starts], [.. ends]);
        }

        private static string? FindPerCent(string all, int at) => all[at] == '%' ? "%"
            : !char.IsLetter(all[at]) || (at > 0 && char.IsLetter(all[at - 1])) ? null
            : Array.Find(PerCent, w => string.CompareOrdinal(all, at, w, 0, w.Length) == 0 && !(at + w.Length < all.Length && char.IsLetter(all[at + w.Length])));

        private void AddAll(string some, int start, int end)
        {
            foreach (var letter in some)
            {
                // Some books put spaces between the dots of an ellipsis: . . .
                if (letter == '.' && letters.Length > 0 && letters[^1] == ' ')
                {
                    RemoveLast();
                }

                // An ellipsis followed by a full stop, or one of six dots, counts as one.
                if (letter == '.' && letters.Length > 2 && letters[^1] == '.' && letters[^2] == '.' && letters[^3] == '.')
                {
                    ends[^1] = end;
                    continue;
                }

                Put(letter, start, end);
            }
        }

        private void AddSpace(int start, int end)
        {
            if (letters.Length > 0 && letters[^1] is not ' ' and not '-')
            {
                Put(' ', start, end);
            }
        }

        /// <summary>Reduces several dashes in a row, and spaces around a dash, to a single dash.</summary>
        private void AddDash(int start, int end)
        {
            if (letters.Length > 0 && letters[^1] == ' ')
            {
                RemoveLast();
            }

            if (letters.Length > 0 && letters[^1] == '-')
            {
                ends[^1] = end;
            }
            else
            {
                Put('-', start, end);
            }
        }

        private void Put(char letter, int start, int end)
        {
            letters.Append(letter);
            starts.Add(start);
            ends.Add(end);
        }

        private void RemoveLast()
        {
            letters.Length--;
            starts.RemoveAt(starts.Count - 1);
            ends.RemoveAt(ends.Count - 1);
        }

        /// <summary>Converts fullwidth letters and signs to plain ones: https://www.unicode.org/charts/PDF/UFF00.pdf</summary>
        private static Rune Narrow(Rune rune) => rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => new(rune.Value - 0xFEE0),
            0x3002 or 0xFF61 => new('.'),
            0x2044 or 0x2215 => new('/'),
            0x066A or 0xFE6A => new('%'),
            0x2103 => new('℃'),
            _ => rune,
        };

        /// <summary>Composes Hangul by arithmetic: https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646</summary>
        private static char? FindComposed(char letter, char mark) =>
            letter is >= '\u1100' and <= '\u1112' && mark is >= '\u1161' and <= '\u1175' ? (char)(0xAC00 + (((letter - 0x1100) * 21) + (mark - 0x1161)) * 28)
            : letter is >= '\uAC00' and <= '\uD7A3' && (letter - 0xAC00) % 28 == 0 && mark is > '\u11A7' and <= '\u11C2' ? (char)(letter + (mark - 0x11A7))
            : Characters.Letters.FindComposed(letter, mark);

        private static bool IsUnseen(int c, UnicodeCategory category) =>
            category is UnicodeCategory.Format or UnicodeCategory.Control && c is not '\n' and not '\r' and not '\t'
            || c is 0x34F or 0x115F or 0x1160 or 0x180E or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

        private static bool IsDash(int c, UnicodeCategory category) => category == UnicodeCategory.DashPunctuation || c is 0x2212 or 0x2043;

        private static bool IsQuote(int c) => c is '"' or '\'' or '`' or '´' or '«' or '»' or 0x2BB or 0x2BC or 0x2032 or 0x2033 or 0x2035 or 0x2036
            or (>= 0x2018 and <= 0x201F) or 0x2039 or 0x203A or (>= 0x275B and <= 0x275E) or (>= 0x300C and <= 0x300F) or (>= 0x301D and <= 0x301F) or 0xFF02 or 0xFF07 or 0x2E42;

        private static string? FractionOf(int c) => c switch
        {
            '½' => "1/2",
            '¼' => "1/4",
            '¾' => "3/4",
            0x2153 => "1/3",
            0x2154 => "2/3",
            0x215B => "1/8",
            _ => null,
        };

        private static char? RaisedDigit(int c) => c switch
        {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            0x2070 or (>= 0x2074 and <= 0x2079) => (char)('0' + (c - 0x2070)),
            _ => null,
        };
    }
}
