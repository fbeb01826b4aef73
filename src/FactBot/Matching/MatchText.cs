namespace FactBot.Matching;

/// <summary>A text as matching sees it: its words, numbers, dates and units brought to one form, with what matters of each.</summary>
internal sealed class MatchText
{
    private MatchText(string text, List<Term> all, string language, bool keepsAll)
    {
        (Text, Language) = (text, language);
        All = all.Exists(t => t.Kind == TermKind.SearchOnly) ? all.FindAll(t => t.Kind != TermKind.SearchOnly) : all;
        Terms = keepsAll ? all : [.. all.Where(t => t.Kind != TermKind.UnitSign && !StopWords.Contains(t.Form))];
        Stems = [.. Terms.Select(t => t.Stem).Distinct()];
        Numbers = Terms.Where(t => t.IsNumber).Select(t => t.Stem).ToHashSet();
        // A month names a time as a name does a person: many claims have it in common that say something else.
        Names = Terms.Where(t => t.IsName || t.Kind == TermKind.Month).Select(t => t.Stem).ToHashSet();
        var negations = all.Count(t => !t.IsNumber && NegatedWords.Contains(t.Form, language));
        IsNegated = NegatedWords.CancelsOut(language) ? negations % 2 == 1 : negations > 0;
    }

    /// <summary>The text in plain letters; places of terms are in it.</summary>
    public string Text { get; }

    /// <summary>All words in their order, those too that say nothing about what the text is about.</summary>
    public IReadOnlyList<Term> All { get; }

    /// <summary>The words that count, in their order.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The forms of the words, each once, in the order in which they come first.</summary>
    public IReadOnlyList<string> Stems { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The words with a capital letter within a sentence, and the months.</summary>
    public IReadOnlySet<string> Names { get; }

    public bool IsNegated { get; }

    public string Language { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Null is as good as empty.</param>
    /// <param name="keepsAll">Whether words count too that say nothing about what the text is about.</param>
    public static MatchText Of(string? text, bool keepsAll = false)
    {
        var clean = Lookalikes.Fold(WebLinks.Without(text ?? ""));
        var reader = new FigureReader(clean, MatchScanner.Scan(clean));
        return new(clean, reader.Read(), reader.Language, keepsAll);
    }
}

/// <summary>What kind of word a <see cref="Term"/> is.</summary>
internal enum TermKind
{
    Word,

    /// <summary>It has a capital letter within a sentence.</summary>
    Name,
    Number,

    /// <summary>The day or the year of a date with both.</summary>
    DateNumber,
    Month,
    Unit,

    /// <summary>A unit that stands there as a sign: % or $.</summary>
    UnitSign,

    /// <summary>It says nothing that another term doesn't say, and is searched by all the same.</summary>
    SearchOnly,
}

/// <summary>One word that counts.</summary>
/// <param name="Stem">Its form for search.</param>
/// <param name="Form">Its form for telling whether two texts are the same: not stemmed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text, with what belongs to it.</param>
/// <param name="End">Where that ends.</param>
internal readonly record struct Term(string Stem, string Form, TermKind Kind, int Start, int End)
{
    public bool IsNumber => Kind is TermKind.Number or TermKind.DateNumber;

    public bool IsName => Kind == TermKind.Name;

    public bool IsDate => Kind is TermKind.DateNumber or TermKind.Month;
}
