namespace FactBot.Privacy;

/// <summary>What people read in place of what was erased.</summary>
internal static class ErasedWords
{
    public const string Claim = "(erased at the wish of who submitted it)";

    /// <summary>In place of an article's title and text.</summary>
    public const string Article = "(erased at the wish of who added it)";

    /// <summary>In place of the reason of a vote.</summary>
    public const string Reason = "(erased)";

    /// <summary>In place of words that others quoted.</summary>
    public const string Quote = "(erased)";

    /// <summary>Why a message that was a source isn't kept.</summary>
    public const string Message = "Who wrote this message had it erased.";
}
