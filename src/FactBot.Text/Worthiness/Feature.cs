namespace FactBot.Text.Worthiness;

/// <summary>A property of a sentence that helps to judge whether it's worth checking.</summary>
public enum Feature
{
    /// <summary>A number, in digits or in words.</summary>
    Number,

    /// <summary>A share, an amount of money or another measured quantity.</summary>
    Quantity,

    /// <summary>A year or a date.</summary>
    Date,

    /// <summary>A comparison: more, less, rising, falling, twice.</summary>
    Comparison,

    /// <summary>A superlative or absolute: the most, the first, never, every.</summary>
    Superlative,

    /// <summary>A named person or thing.</summary>
    Name,

    /// <summary>A named source of the statement.</summary>
    NamedSource,

    /// <summary>An action or event.</summary>
    Event,

    /// <summary>A statement that one thing causes another.</summary>
    Cause,

    /// <summary>A public matter: law, money, health, war, votes.</summary>
    PublicMatter,

    /// <summary>What a person thinks, wants, hopes or advises.</summary>
    Opinion,

    Question,

    /// <summary>A statement about the future.</summary>
    Future,

    /// <summary>A greeting, thanks, or words to the audience.</summary>
    Address,

    /// <summary>Fewer than six words, or a heading.</summary>
    Brief,

    /// <summary>Twelve words or more, enough to be checked.</summary>
    Full,
}
