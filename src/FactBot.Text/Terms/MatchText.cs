using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>A text as matching sees it: its words, numbers, dates and units in a standard form, with their properties.</summary>
public sealed class MatchText
{
    private MatchText(string text, List<Term> all, string language, bool keepsAll)
    {
        (Text, Language) = (text, language);
        All = all.Exists(t => t.Kind == TermKind.SearchOnly) ? all.FindAll(t => t.Kind != TermKind.SearchOnly) : all;
        Terms = keepsAll ? all : [.. all.Where(t => t.Kind != TermKind.UnitSign && !StopWords.Contains(t.Form))];
        Stems = [.. Terms.Select(t => t.Stem).Distinct()];
        Numbers = Terms.Where(t => t.IsNumber).Select(t => t.Stem).ToHashSet();
        // Like a person's name, a month is common to many claims that say different things.
        Names = Terms.Where(t => t.IsName || t.Kind == TermKind.Month).Select(t => t.Stem).ToHashSet();
        var negations = all.Count(t => !t.IsNumber && NegatedWords.Contains(t.Form, language));
        IsNegated = NegatedWords.CancelsOut(language) ? negations % 2 == 1 : negations > 0;
    }

    /// <summary>The text in plain letters, which the terms' positions refer to.</summary>
    public string Text { get; }

    /// <summary>All words in order, including those that don't show what the text is about.</summary>
    public IReadOnlyList<Term> All { get; }

    /// <summary>The significant words in order.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The words' stems, each once, in order of first occurrence.</summary>
    public IReadOnlyList<string> Stems { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>The words that are capitalised within a sentence, and the months.</summary>
    public IReadOnlySet<string> Names { get; }

    public bool IsNegated { get; }

    public string Language { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="keepsAll">Whether to keep words that don't show what the text is about.</param>
    public static MatchText Of(string? text, bool keepsAll = false)
    {
        var clean = Lookalikes.Fold(WebLinks.Without(text ?? ""));
        var reader = new FigureReader(clean, MatchScanner.Scan(clean));
        return new(clean, reader.Read(), reader.Language, keepsAll);
    }
}
