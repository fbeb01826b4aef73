using FactBot.Articles;
using FactBot.Chat;

namespace FactBot.Evidence;

/// <summary>What a source does to the claim.</summary>
public enum Stance
{
    Supports,
    Refutes,

    /// <summary>Neither, but needed to understand it.</summary>
    Context,
}

/// <summary>What somebody says of a source.</summary>
public sealed record SourceFacts(string Url, Stance Stance, string? Publisher, string? Quote)
{
    public const int MaxPublisher = 100;
    public const int MaxQuote = 500;
}

/// <summary>A piece of evidence: a page that supports or refutes a claim, or gives its context.</summary>
public sealed class Source
{
    public Source(int number, SourceFacts facts, PersonId addedBy, DateTimeOffset addedAt)
    {
        (Number, Url, Stance) = (number, facts.Url, facts.Stance);
        (Publisher, Quote) = (facts.Publisher, facts.Quote);
        (AddedBy, AddedAt) = (addedBy, addedAt);
    }

    private Source()
    {
    }

    public long Id { get; private set; }

    /// <summary>Counted per claim from 1.</summary>
    public int Number { get; private set; }

    public string Url { get; private set; } = "";

    public string? Publisher { get; private set; }

    public string? Quote { get; private set; }

    public Stance Stance { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Sources of one site count once towards those that a claim needs.</summary>
    public string Site => WebAddress.SiteOf(Url);
}
