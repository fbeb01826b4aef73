using System.Linq.Expressions;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Evidence;
using FactBot.Votes;

namespace FactBot.Verdicts;

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

    /// <summary>Creates the claim's next version from its current round.</summary>
    public static Verdict Of(Claim claim, VerdictText text, EventContext context, DateTimeOffset goesOut) =>
        Of(claim, text, claim.Round, context.Edition == 0 ? null : claim.RulesFor(context.Rules).NamesDissenters, context, goesOut);

    private static Verdict Of(Claim claim, VerdictText text, int round, bool? names, EventContext context, DateTimeOffset goesOut)
    {
        var verdict = new Verdict
        {
            Round = round,
            NamesDissenters = names,
            Version = claim.Verdicts.Count + 1,
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
        verdict.sources.AddRange(claim.StandingSources.Select(s => new VerdictSource(s.Number, s.Url, s.Stance, s.Publisher)));
        var voters = context.Edition == 0 ? FirstEdition.DissentersOf(claim) : claim.Ballots.Where(b => b.Round == round && !b.IsSetAside);
        verdict.dissents.AddRange(voters.Where(b => claim.IsOpenTo(b.Reviewer) && b.Rating != text.Rating)
            .Select(b => new Dissent(b.Rating, b.Confidence, b.Reason, names ?? context.Rules.NamesDissenters ? b.Reviewer : null)));
        return verdict;
    }

    /// <summary>Creates a verdict from a decision that a second person approved, in the proposer's name.</summary>
    public static Verdict Of(Claim claim, Proposal decision, EventContext context, DateTimeOffset goesOut)
    {
        var verdict = Of(claim, decision.TextWith(decision.Reason), context, goesOut);
        (verdict.PublishedBy, verdict.ApprovedBy) = (decision.By, SecondOf(decision, context));
        return verdict;
    }

    /// <summary>Creates the claim's next version from a correction, in the proposer's name.</summary>
    public static Verdict Of(Claim claim, Verdict standing, Proposal correction, EventContext context, DateTimeOffset goesOut)
    {
        var verdict = Of(claim, correction.TextWith(standing.DecidedFor), standing.Round, standing.NamesDissenters, context, goesOut);
        (verdict.CorrectedFor, verdict.PublishedBy, verdict.ApprovedBy) = (correction.Reason, correction.By, SecondOf(correction, context));
        return verdict;
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

    private static PersonId? SecondOf(Proposal proposal, EventContext context) => proposal.By == context.Who ? null : context.Who;

    private static DateTimeOffset? RecheckAfter(DateTimeOffset at, int days) => days == 0 ? null : at.AddDays(days);
}

/// <summary>A source as it was when the verdict was published.</summary>
public sealed record VerdictSource(int Number, string Url, Stance Stance, string? Publisher);

/// <summary>A vote the verdict did not follow.</summary>
/// <param name="Reviewer">The voter, if the team publishes dissent with names.</param>
public sealed record Dissent(string Rating, Confidence Confidence, string Reason, PersonId? Reviewer = null);
