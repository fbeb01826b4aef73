namespace FactBot.Text.Pages;

/// <summary>A page or file whose text cannot be had.</summary>
public sealed class UnreadableException(UnreadableReason reason, Exception? inner = null) : Exception($"No text can be read: {reason}.", inner)
{
    public UnreadableReason Reason { get; } = reason;
}

/// <summary>Why the text of a page or file cannot be had.</summary>
public enum UnreadableReason
{
    /// <summary>It is damaged, locked or far larger than an article.</summary>
    Damaged,

    /// <summary>It is none of the kinds that hold text.</summary>
    NotText,

    /// <summary>Nothing in the page is an article.</summary>
    NoArticle,

    /// <summary>It is of a kind that holds text, and holds none.</summary>
    NoText,

    /// <summary>It has more characters than <see cref="ArticleReader.MaxText"/>.</summary>
    TooLong,

    /// <summary>Its pages are pictures.</summary>
    Scan,

    /// <summary>It opens with a password alone.</summary>
    Password,
}
