using FactBot.Text.Addresses;
using FactBot.Text.Characters;
using FactBot.Text.Language;

namespace FactBot.Text.Terms;

/// <summary>A text as matching sees it: its words, numbers, dates and units brought to one form, with what matters of each.</summary>
public sealed class MatchText
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
