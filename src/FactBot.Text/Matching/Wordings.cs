using System.Collections.Frozen;
using FactBot.Text.Terms;

namespace FactBot.Text.Matching;

/// <summary>How far two texts make the same statement, judging by all their words, not only the significant ones.</summary>
public enum Agreement
{
    /// <summary>Different words.</summary>
    None,

    /// <summary>The same words in an order that may change who did what to whom.</summary>
    OtherOrder,

    /// <summary>The same words with a phrase moved: In 2016 it rained, it rained in 2016.</summary>
    Moved,

    /// <summary>The same words in the same order, however numbers, dates and units are written.</summary>
    Same,
}

/// <summary>Finds the <see cref="Agreement"/> of two texts.</summary>
public static class Wordings
{
    private static readonly Dictionary<string, FrozenSet<string>> Articles = new()
    {
        ["en"] = Set("a an the"),
        ["de"] = Set("der die das den dem des ein eine einen einem einer eines"),
        ["fr"] = Set("le la les l un une"),
        ["es"] = Set("el la los las un una unos unas"),
        ["pt"] = Set("o a os as um uma"),
    };

    // Words that begin a phrase which can come first or last in a sentence.
    private static readonly FrozenSet<string> PhraseBeginnings = Set(
        "in on at by during since until till for from to with after before under over near through throughout against according despite yesterday today last this next "
        + "im am an auf bei seit vor nach wahrend bis aus von zu mit laut gegen trotz gestern heute gemass zufolge "
        + "en au aux dans sur depuis pendant avant apres selon chez par hier d "
        + "desde hasta durante antes despues segun para con ayer "
        + "no na nos nas depois segundo por com ontem "
        + "у в на з із до від після під перед протягом згідно за вчора сьогодні "
        + "во с со от после под перед согласно по вчера сегодня "
        + "we w z ze od po pod przed wedlug podczas wczoraj dzis");

    public static Agreement Between(MatchText one, MatchText other)
    {
        var (a, b) = (FormsOf(one), FormsOf(other));
        return a.Count == 0 || a.Count != b.Count ? Agreement.None
            : a.SequenceEqual(b) ? Agreement.Same
            : !a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal)) ? Agreement.None
            : IsMoved(a, b) ? Agreement.Moved
            : Agreement.OtherOrder;
    }

    /// <summary>Equal for texts that are <see cref="Agreement.Same"/>; a text without words only equals itself.</summary>
    public static string KeyOf(MatchText text) => FormsOf(text) is { Count: > 0 } forms ? string.Join(' ', forms) : text.Text;

    /// <summary>Returns all words except articles, in the form used for comparison.</summary>
    public static List<string> FormsOf(MatchText text)
    {
        var articles = Articles.GetValueOrDefault(text.Language);
        var forms = new List<string>(text.All.Count);
        foreach (var term in text.All)
        {
            if (articles?.Contains(term.Form) != true)
            {
                // “Half” means “50 percent”, and “isn't” means “is not”.
                forms.AddRange(term.Form.Contains(' ', StringComparison.Ordinal) ? term.Form.Split(' ') : [term.Form]);
            }
        }

        return forms;
    }

    /// <summary>Removes phrases that moved from one end to the other, up to three times, until nothing else is left.</summary>
    private static bool IsMoved(List<string> one, List<string> other)
    {
        for (var moves = 0; moves < 3; moves++)
        {
            var begins = Enumerable.Range(0, one.Count).TakeWhile(i => one[i] == other[i]).Count();
            (one, other) = (one[begins..], other[begins..]);
            var ends = Enumerable.Range(1, one.Count).TakeWhile(i => one[^i] == other[^i]).Count();
            (one, other) = (one[..^ends], other[..^ends]);
            if (one.Count == 0)
            {
                return true;
            }

            var phrase = Enumerable.Range(1, one.Count - 1)
                .FirstOrDefault(n => (IsPhrase(one[..n]) && other[^n..].SequenceEqual(one[..n])) || (IsPhrase(one[^n..]) && other[..n].SequenceEqual(one[^n..])));
            if (phrase == 0)
            {
                return false;
            }

            (one, other) = IsPhrase(one[..phrase]) && other[^phrase..].SequenceEqual(one[..phrase])
                ? (one[phrase..], other[..^phrase])
                : (one[..^phrase], other[phrase..]);
        }

        return one.SequenceEqual(other);
    }

    private static bool IsPhrase(List<string> words) =>
        PhraseBeginnings.Contains(words[0]) || UnitWords.FindMonth(words[0], isBesideNumber: false) is not null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
