using FactBot.Domain.Assignments;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Domain.Votes;

namespace FactBot.Domain.Claims;

/// <summary>
/// A checkable statement, from submission to verdict. Its methods are the team's rules: each refuses what the stage or
/// the rules don't allow, and then changes nothing. They are grouped into files by subject:
/// <c>Claim.Triage.cs</c>, <c>Claim.Assignments.cs</c>, <c>Claim.Evidence.cs</c>, <c>Claim.Votes.cs</c>,
/// <c>Claim.Verdicts.cs</c>.
/// </summary>
public sealed partial class Claim
{
    /// <summary>In characters.</summary>
    public const int MaxText = 1000;

    public const int MaxClaimant = 100;

    public const int MaxReason = 1000;

    private readonly List<Source> sources = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<Recusal> recusals = [];
    private readonly List<Ballot> ballots = [];
    private readonly List<Verdict> verdicts = [];
    private readonly List<Upvote> upvotes = [];

    /// <summary>Creates a claim as submitted; if the team has no triage, it is open at once.</summary>
    public Claim(ClaimSubmitted submission, EventContext context)
    {
        (TeamId, Number, Text) = (context.Team.Id, submission.Number, submission.Text);
        (SubmittedBy, SubmittedAt) = (submission.SubmittedBy, context.At);
        (Claimant, SaidOn, Appearance) = (submission.Claimant, submission.SaidOn, submission.Appearance);
        PartOf = submission.PartOf;
        if (!context.Rules.NeedsTriage)
        {
            Open(context);
        }
    }

    private Claim()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>Counted per team from 1, and shown as <c>#12</c>.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The person or body that made the claim.</summary>
    public string? Claimant { get; private set; }

    public DateOnly? SaidOn { get; private set; }

    public Appearance? Appearance { get; private set; }

    public PersonId SubmittedBy { get; private set; }

    /// <summary>
    /// Whether its words may be those of somebody it doesn't name, who may vote on it: an erased submitter who came back, or the
    /// editor who wrote it as a part of another claim. So that nobody carries their own words, it takes a second person.
    /// </summary>
    public bool HasUnnamedAuthor => SubmittedBy.IsFormerMember || PartOf is not null;

    public DateTimeOffset SubmittedAt { get; private set; }

    public Stage Stage { get; private set; }

    public Priority Priority { get; private set; }

    /// <summary>What it is about, in lower case; reviewers choose theirs with <c>/me topics</c>.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>Why it was rejected.</summary>
    public string? RejectedFor { get; private set; }

    /// <summary>The number of the claim that this one duplicates.</summary>
    public int? DuplicateOf { get; private set; }

    /// <summary>The number of the claim that this one is a part of.</summary>
    public int? PartOf { get; private set; }

    /// <summary>The numbers of the claims that this one was split into.</summary>
    public IReadOnlyList<int> Parts { get; private set; } = [];

    /// <summary>Why an editor sent it back; null once it is published.</summary>
    public string? ReopenedFor { get; private set; }

    /// <summary>The name of the rating scale used for its votes: the team's scale when it was opened.</summary>
    public string Scale { get; private set; } = Team.DefaultScale;

    /// <summary>The current round of votes, from 1; a dispute or sending the claim back opens the next.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>
    /// The rules its current or latest round was opened with; null before the first round, and if the round was opened by a
    /// version that did not keep them.
    /// </summary>
    public RoundRules? RoundRules { get; private set; }

    /// <summary>The key of the rating the reviewers agreed on.</summary>
    public string? AgreedRating { get; private set; }

    /// <summary>A proposal about its verdict that awaits a second person.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>Increases with each change that its card shows.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<Source> Sources => sources;

    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>The recusals from this claim.</summary>
    public IReadOnlyList<Recusal> Recusals => recusals;

    public IReadOnlyList<Ballot> Ballots => ballots;

    public IReadOnlyList<Verdict> Verdicts => verdicts;

    /// <summary>The upvotes of people who want it checked.</summary>
    public IReadOnlyList<Upvote> Upvotes => upvotes;

    /// <summary>The latest version, even while it is on hold or after it was retracted.</summary>
    public Verdict? Verdict => verdicts.MaxBy(v => v.Version);

    public string Name => $"#{Number}";

    /// <summary>Sets its place after the article changed: the passage moved, has different words, or is gone.</summary>
    public void Move(Appearance to)
    {
        Appearance = to;
        Revision++;
    }

    /// <summary>Erases its text, because nobody works on it and its submitter was erased.</summary>
    /// <param name="replacement">What people read in place of the text.</param>
    public void Erase(string replacement)
    {
        (Text, Claimant, SaidOn, Appearance) = (replacement, null, null, null);
        Revision++;
    }

    /// <summary>Marks its card and verdict posts for an update, because something they show was erased.</summary>
    public void ShowAnew()
    {
        Revision++;
        verdicts.ForEach(v => v.ShowAnew());
    }

    private void Change(Stage to)
    {
        Stage = to;
        Revision++;
    }

    /// <summary>
    /// Refuses if the person is recused from the claim: they may not touch its sources, topics, reviewers or verdict.
    /// Every event caused by a person is checked here, unless it decides nothing.
    /// </summary>
    public void RefuseIfKeepsOut(PersonId? person)
    {
        if (recusals.Exists(r => r.Person == person))
        {
            throw new RefusedException(new RecusedChange(this));
        }
    }

    private void RefuseConflict(PersonId person, ClaimAction action)
    {
        if (person == SubmittedBy)
        {
            throw new RefusedException(new OwnClaim(this, person, action));
        }

        if (recusals.Exists(r => r.Person == person))
        {
            throw new RefusedException(new Recused(this, person, action));
        }
    }

    private void Require(ClaimAction action, IReadOnlyList<Stage> stages)
    {
        if (!stages.Contains(Stage))
        {
            throw new RefusedException(new WrongStage(this, action));
        }
    }
}
