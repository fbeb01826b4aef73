using FactBot.Chat;
using FactBot.Claims;
using FactBot.Evidence;
using FactBot.Votes;

namespace FactBot.Verdicts;

/// <summary>What the editor writes for a verdict.</summary>
/// <param name="DecidedFor">Why the editor decided alone; null where the reviewers agreed.</param>
public sealed record VerdictText(string Summary, string Explanation, string? DecidedFor)
{
    public const int MaxSummary = 300;
    public const int MaxExplanation = 2000;
}

/// <summary>A published outcome. It keeps its own copy of sources and dissent, and is never overwritten.</summary>
public sealed class Verdict
{
    private readonly List<VerdictSource> sources = [];
    private readonly List<Dissent> dissents = [];

    private Verdict()
    {
    }

    public long Id { get; private set; }

    /// <summary>1 for the first; a correction makes the next.</summary>
    public int Version { get; private set; }

    /// <summary>The key of the rating.</summary>
    public string Rating { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public string? DecidedFor { get; private set; }

    public PersonId PublishedBy { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public IReadOnlyList<VerdictSource> Sources => sources;

    /// <summary>Each reviewer's last vote, of whichever round, that saw it otherwise; without their names.</summary>
    public IReadOnlyList<Dissent> Dissents => dissents;

    public static Verdict First(Claim claim, string rating, VerdictText text, PersonId by, DateTimeOffset now)
    {
        var verdict = new Verdict
        {
            Version = 1,
            Rating = rating,
            Summary = text.Summary,
            Explanation = text.Explanation,
            DecidedFor = text.DecidedFor,
            PublishedBy = by,
            PublishedAt = now,
        };
        verdict.sources.AddRange(claim.Sources.Select(s => new VerdictSource(s.Number, s.Url, s.Stance, s.Publisher)));
        verdict.dissents.AddRange(claim.Ballots.Where(b => !b.IsReplaced)
            .GroupBy(b => b.Reviewer, (_, ballots) => ballots.MaxBy(b => b.Round)!)
            .Where(b => b.Rating != rating)
            .Select(b => new Dissent(b.Rating, b.Confidence, b.Reason)));
        return verdict;
    }
}

/// <summary>A source as it stood when the verdict was published.</summary>
public sealed record VerdictSource(int Number, string Url, Stance Stance, string? Publisher);

/// <summary>A vote that the verdict did not follow.</summary>
public sealed record Dissent(string Rating, Confidence Confidence, string Reason);
