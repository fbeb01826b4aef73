using System.Linq.Expressions;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Verdicts;

/// <summary>
/// One version of a claim's published outcome. It keeps its own copy of the rating's name, the sources and the dissent, so
/// that later changes to a scale, source or ballot don't affect it.
/// </summary>
public sealed class Verdict
{
    private readonly List<VerdictSource> sources = [];
    private readonly List<Dissent> dissents = [];

    private Verdict()
    {
    }

    public long Id { get; private set; }

    /// <summary>1 for the first; a correction or a new review of the claim creates the next.</summary>
    public int Version { get; private set; }

    /// <summary>The round of votes it is based on.</summary>
    public int Round { get; private set; }

    /// <summary>Whether dissent is published with names; null in old data, where the team's current rules decide.</summary>
    public bool? NamesDissenters { get; private set; }

    /// <summary>The key of the rating.</summary>
    public string Rating { get; private set; } = "";

    /// <summary>The rating's name when the verdict was given.</summary>
    public string RatingName { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public string? DecidedFor { get; private set; }

    /// <summary>Why it replaces the version before; null if it isn't a correction.</summary>
    public string? CorrectedFor { get; private set; }

    public PersonId PublishedBy { get; private set; }

    /// <summary>The second person of a correction or decision; null if none was needed.</summary>
    public PersonId? ApprovedBy { get; private set; }

    /// <summary>When the editor gave it.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When it becomes or became public: in the future while the team's hold time lasts.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>When it should be checked again; null for never.</summary>
    public DateTimeOffset? RecheckOn { get; private set; }

    /// <summary>When an editor last confirmed that it still holds.</summary>
    public DateTimeOffset? RecheckedAt { get; private set; }

    /// <summary>When a later version replaces or replaced it: in the future while that one is on hold.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    public string? RetractedFor { get; private set; }

    public PersonId? RetractedBy { get; private set; }

    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Increases with each change that its post shows.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<VerdictSource> Sources => sources;

    /// <summary>The dissenting votes of its round, except those of recused reviewers.</summary>
    public IReadOnlyList<Dissent> Dissents => dissents;

    /// <summary>Whether it is the claim's current verdict: neither replaced nor retracted.</summary>
    public bool Stands => ReplacedAt is null && RetractedAt is null;

    /// <summary>Whether it is on hold, to be published later.</summary>
    public bool IsHeld(DateTimeOffset now) => PublishedAt > now && Stands;

    /// <summary>Whether it became public: people have read it, whatever happened since.</summary>
    public bool IsOut(DateTimeOffset now) => PublishedAt <= now && !(ReplacedAt < PublishedAt) && !(RetractedAt < PublishedAt);

    /// <summary>Whether a later version is public in its place.</summary>
    public bool IsReplaced(DateTimeOffset now) => ReplacedAt <= now;

    /// <summary>Whether it is in force at that time: public, and neither replaced nor retracted.</summary>
    public static Expression<Func<Verdict, bool>> IsInForce(DateTimeOffset now) =>
        v => v.PublishedAt <= now && (v.ReplacedAt == null || v.ReplacedAt > now) && v.RetractedAt == null;

    /// <summary>Creates a claim's next version.</summary>
    internal static Verdict Of(VerdictText text, VerdictBasis basis, EventContext context, DateTimeOffset goesOut)
    {
        var verdict = new Verdict
        {
            Round = basis.Round,
            NamesDissenters = basis.NamesDissenters,
            Version = basis.Version,
            Rating = text.Rating,
            RatingName = text.RatingName,
            Summary = text.Summary,
            Explanation = text.Explanation,
            DecidedFor = text.DecidedFor,
            PublishedBy = context.Who,
            GivenAt = context.At,
            PublishedAt = goesOut,
            RecheckOn = RecheckAfter(goesOut, context.Rules.ShelfLifeDays),
        };
        verdict.sources.AddRange(basis.Sources);
        verdict.dissents.AddRange(basis.Dissents);
        return verdict;
    }

    /// <summary>Gives it in the name of whoever proposed it, as the second person approved.</summary>
    internal Verdict AsProposed(Proposal proposal, EventContext context)
    {
        (PublishedBy, ApprovedBy) = (proposal.By, proposal.By == context.Who ? null : context.Who);
        CorrectedFor = proposal.Kind == ProposalKind.Correction ? proposal.Reason : null;
        return this;
    }

    public void Replace(DateTimeOffset at) => ReplacedAt ??= at;

    /// <summary>Marks its post for an update, because something it shows was erased.</summary>
    public void ShowAnew() => Revision++;

    /// <summary>Makes it current again, because the version that was to replace it won't be published.</summary>
    public void GoOn() => ReplacedAt = null;

    public void Retract(string reason, PersonId by, DateTimeOffset at)
    {
        (RetractedFor, RetractedBy, RetractedAt) = (reason, by, at);
        Revision++;
    }

    public void FindThatItHolds(DateTimeOffset at, int shelfLifeDays)
    {
        (RecheckedAt, RecheckOn) = (at, RecheckAfter(at, shelfLifeDays));
        Revision++;
    }

    private static DateTimeOffset? RecheckAfter(DateTimeOffset at, int days) => days == 0 ? null : at.AddDays(days);
}

/// <summary>What a claim's next version is based on.</summary>
/// <param name="NamesDissenters">Whether dissent is published with names; null in old data.</param>
internal sealed record VerdictBasis(
    int Version, int Round, bool? NamesDissenters, IReadOnlyList<VerdictSource> Sources, IReadOnlyList<Dissent> Dissents);

/// <summary>A source as it was when the verdict was published.</summary>
public sealed record VerdictSource(int Number, string Url, Stance Stance, string? Publisher);

/// <summary>A vote the verdict did not follow.</summary>
/// <param name="Reviewer">The voter, if the team publishes dissent with names.</param>
public sealed record Dissent(string Rating, Confidence Confidence, string Reason, PersonId? Reviewer = null);
