namespace FactBot.Text.Pages;

/// <summary>Thrown if the text of a page or file can’t be read.</summary>
public sealed class UnreadableException(UnreadableReason reason, Exception? inner = null) : Exception($"No text can be read: {reason}.", inner)
{
    public UnreadableReason Reason { get; } = reason;
}

/// <summary>Why the text of a page or file can’t be read.</summary>
public enum UnreadableReason
{
    /// <summary>It is damaged, locked or far larger than an article.</summary>
    Damaged,

    /// <summary>It isn't text, a web page or a PDF.</summary>
    NotText,

    /// <summary>No article was found in the page.</summary>
    NoArticle,

    /// <summary>It is of a supported kind but has no text.</summary>
    NoText,

    /// <summary>It has more characters than <see cref="ArticleReader.MaxText"/>.</summary>
    TooLong,

    /// <summary>Its pages are pictures.</summary>
    Scan,

    /// <summary>It opens only with a password.</summary>
    Password,
}
