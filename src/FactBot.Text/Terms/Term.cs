namespace FactBot.Text.Terms;

/// <summary>A significant word.</summary>
/// <param name="Stem">Its form for searching.</param>
/// <param name="Form">Its unstemmed form for deciding whether two texts are the same.</param>
/// <param name="Kind">The kind of word.</param>
/// <param name="Start">Its start in the text, including what belongs to it.</param>
/// <param name="End">Its end in the text, including what belongs to it.</param>
public readonly record struct Term(string Stem, string Form, TermKind Kind, int Start, int End)
{
    public bool IsNumber => Kind is TermKind.Number or TermKind.DateNumber;

    public bool IsName => Kind == TermKind.Name;

    public bool IsDate => Kind is TermKind.DateNumber or TermKind.Month;
}

/// <summary>The kind of word that a <see cref="Term"/> is.</summary>
public enum TermKind
{
    Word,

    /// <summary>A word that's capitalised within a sentence.</summary>
    Name,
    Number,

    /// <summary>The day or year in a date that has both.</summary>
    DateNumber,
    Month,
    Unit,

    /// <summary>A unit written as a sign: % or $.</summary>
    UnitSign,

    /// <summary>A word that adds no meaning to the other terms, but is searched for.</summary>
    SearchOnly,
}
