using System.Text;
using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Matching;

/// <summary>A text as matching sees it: its words brought to one form, with what matters of each.</summary>
internal sealed partial class MatchText
{
    private static readonly HashSet<string> Negations =
    [
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "isnt", "arent", "wasnt", "werent", "dont",
        "doesnt", "didnt", "cant", "cannot", "couldnt", "wont", "wouldnt", "shouldnt", "hasnt", "havent", "nicht", "kein", "keine",
        "keinen", "nie", "ohne", "pas", "jamais", "aucun", "sans", "nunca", "sin", "ningun", "не", "ні", "ніколи", "без", "немає", "жодного",
    ];

    private MatchText(IReadOnlyList<Term> terms, bool isNegated)
    {
        (Terms, IsNegated) = (terms, isNegated);
        Stems = [.. terms.Select(t => t.Stem).Distinct()];
        Numbers = terms.Where(t => t.IsNumber).Select(t => t.Stem).ToHashSet();
        Names = terms.Where(t => t.IsName).Select(t => t.Stem).ToHashSet();
    }

    /// <summary>The words that count, in their order.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The forms of the words, each once, in the order in which they come first.</summary>
    public IReadOnlyList<string> Stems { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The words with a capital letter within a sentence.</summary>
    public IReadOnlySet<string> Names { get; }

    public bool IsNegated { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Null is as good as empty.</param>
    /// <param name="keepsAll">Whether words count too that say nothing about what the text is about.</param>
    public static MatchText Of(string? text, bool keepsAll = false)
    {
        var terms = new List<Term>();
        var negations = 0;
        var isStart = true;
        var clean = Clean(text ?? "");
        foreach (var match in Word().EnumerateMatches(clean))
        {
            var raw = clean.Substring(match.Index, match.Length);
            var isTag = match.Index > 0 && clean[match.Index - 1] is '#' or '@';
            foreach (var part in isTag ? Parts().Split(raw).Where(p => p.Length > 0) : raw.Any(IsUnspaced) ? PairsOf(raw) : [raw])
            {
                var word = Fold(part);
                negations += Negations.Contains(word) ? 1 : 0;
                if (word.Length > 0 && (keepsAll || !StopWords.Contains(word)))
                {
                    var number = NumberIn(word);
                    terms.Add(new Term(number ?? Matching.Stems.Of(word), number is not null, !isStart && number is null && char.IsUpper(part[0])));
                }
            }

            var after = match.Index + match.Length;
            isStart = after < clean.Length && clean[after] is '.' or '!' or '?' or ':' or '"' or '“' or '\n';
        }

        return new(terms, negations % 2 == 1);
    }

    /// <summary>Whether the letter is of a script that is written without spaces: Thai, Lao, Khmer, Burmese, Chinese, Japanese.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>Where no spaces part the words, each pair of neighbouring letters stands for one.</summary>
    private static IEnumerable<string> PairsOf(string run) =>
        run.Length < 2 ? [run] : Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2));

    private static string Clean(string text) =>
        (text.Contains('/', StringComparison.Ordinal) ? Links().Replace(text, " ") : text).Replace('’', '\'');

    /// <summary>A word in small letters, without accents on Latin letters, apostrophes and possessives.</summary>
    private static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        lower = lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower.Replace("'", "", StringComparison.Ordinal);
        if (lower.All(char.IsAscii))
        {
            return lower;
        }

        var folded = new StringBuilder();
        foreach (var c in lower)
        {
            if (!CleanText.IsMark(char.GetUnicodeCategory(c)) || (folded.Length > 0 && folded[^1] > '\u036F'))
            {
                folded.Append(Letters.WithoutMarks(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>The number without the marks between its thousands, so that 12,000 and 12000 are one, and 1,200 another.</summary>
    private static string? NumberIn(string word) =>
        !char.IsDigit(word[0]) || !word.All(c => char.IsDigit(c) || c is ',' or '.') ? null
            : Thousands().IsMatch(word) ? word.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
            : word.Trim('.', ',');

    [GeneratedRegex(@"https?://\S+|pic\.twitter\.com/\S*|www\.\S+|t\.co/\S+")]
    private static partial Regex Links();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$")]
    private static partial Regex Thousands();
}

/// <summary>One word that counts.</summary>
/// <param name="Stem">Its form for comparison.</param>
/// <param name="IsNumber">Whether it is a number, then without marks between thousands.</param>
/// <param name="IsName">Whether it has a capital letter within a sentence.</param>
internal readonly record struct Term(string Stem, bool IsNumber, bool IsName);
