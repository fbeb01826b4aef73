using FactBot.Chat;

namespace FactBot.Evidence;

/// <summary>What somebody says of a source.</summary>
/// <param name="Url">The page, or the link of a message in the chat.</param>
/// <param name="Author">Who wrote it, for a message of the chat.</param>
/// <param name="WrittenAt">When it was written, for a message of the chat.</param>
public sealed record SourceFacts(
    string Url, Stance Stance, string? Publisher, string? Quote, PersonId? Author = null, DateTimeOffset? WrittenAt = null)
{
    public const int MaxPublisher = 100;
    public const int MaxQuote = 500;
}

/// <summary>What a source does to the claim.</summary>
public enum Stance
{
    Supports,
    Refutes,

    /// <summary>Neither, but needed to understand it.</summary>
    Context,
}
