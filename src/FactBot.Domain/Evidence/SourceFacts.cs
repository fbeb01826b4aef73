namespace FactBot.Domain.Evidence;

/// <summary>The details given for a source.</summary>
/// <param name="Url">The page, or the link to a chat message.</param>
/// <param name="Author">The author, if it's a chat message.</param>
/// <param name="WrittenAt">When it was written, if it's a chat message.</param>
public sealed record SourceFacts(
    string Url, Stance Stance, string? Publisher, string? Quote, PersonId? Author = null, DateTimeOffset? WrittenAt = null)
{
    public const int MaxPublisher = 100;
    public const int MaxQuote = 500;
}

/// <summary>How a source bears on the claim.</summary>
public enum Stance
{
    Supports,
    Refutes,

    /// <summary>Neither, but needed to understand it.</summary>
    Context,
}
