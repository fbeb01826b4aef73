namespace FactBot.Text.Worthiness;

/// <summary>What can be seen of a sentence that tells whether it is worth checking.</summary>
public enum Feature
{
    /// <summary>A number, in digits or in words.</summary>
    Number,

    /// <summary>A share, an amount of money or another measured quantity.</summary>
    Quantity,

    /// <summary>A year or a date.</summary>
    Date,

    /// <summary>More, less, rising, falling, twice.</summary>
    Comparison,

    /// <summary>The most, the first, never, every.</summary>
    Superlative,

    /// <summary>Somebody or something is named.</summary>
    Name,

    /// <summary>It names who says so.</summary>
    NamedSource,

    /// <summary>Something was done or happened.</summary>
    Event,

    /// <summary>One thing is said to cause another.</summary>
    Cause,

    /// <summary>A matter of the public: law, money, health, war, votes.</summary>
    PublicMatter,

    /// <summary>What somebody thinks, wants, hopes or advises.</summary>
    Opinion,

    Question,

    /// <summary>What is still to come.</summary>
    Future,

    /// <summary>A greeting, thanks, or words to the listener.</summary>
    Address,

    /// <summary>Fewer than six words, or a heading.</summary>
    Brief,

    /// <summary>Twelve words or more, which say enough to be checked.</summary>
    Full,
}
