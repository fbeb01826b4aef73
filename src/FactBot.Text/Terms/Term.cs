namespace FactBot.Text.Terms;

/// <summary>One word that counts.</summary>
/// <param name="Stem">Its form for search.</param>
/// <param name="Form">Its form for telling whether two texts are the same: not stemmed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text, with what belongs to it.</param>
/// <param name="End">Where that ends.</param>
public readonly record struct Term(string Stem, string Form, TermKind Kind, int Start, int End)
{
    public bool IsNumber => Kind is TermKind.Number or TermKind.DateNumber;

    public bool IsName => Kind == TermKind.Name;

    public bool IsDate => Kind is TermKind.DateNumber or TermKind.Month;
}

/// <summary>What kind of word a <see cref="Term"/> is.</summary>
public enum TermKind
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
