using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Verdicts;
using FactBot.Votes;

namespace FactBot.Claims;

/// <summary>
/// One checkable statement, from its submission to its verdict. Its methods are the desk's rules: each refuses what the
/// stage or the rules do not allow, and changes nothing then.
/// </summary>
public sealed class Claim
{
    /// <summary>In characters.</summary>
    public const int MaxText = 1000;

    public const int MaxClaimant = 100;

    public const int MaxReason = 1000;

    private readonly List<Source> sources = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<Ballot> ballots = [];
    private readonly List<Verdict> verdicts = [];

    public Claim(TeamId teamId, int number, string text, PersonId submittedBy, DateTimeOffset submittedAt)
    {
        (TeamId, Number, Text) = (teamId, number, text);
        (SubmittedBy, SubmittedAt) = (submittedBy, submittedAt);
    }

    private Claim()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>Counted per team from 1, and shown as <c>#12</c>.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Who said it.</summary>
    public string? Claimant { get; init; }

    public DateOnly? SaidOn { get; init; }

    public Appearance? Appearance { get; init; }

    public PersonId SubmittedBy { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public Stage Stage { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectedFor { get; private set; }

    /// <summary>The number of the claim that this one repeats.</summary>
    public int? DuplicateOf { get; private set; }

    /// <summary>The round of votes: 1 is the first, a dispute opens the next.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>The key of the rating on which the reviewers agreed.</summary>
    public string? AgreedRating { get; private set; }

    /// <summary>Rises with each change that its card shows.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<Source> Sources => sources;

    public IReadOnlyList<Assignment> Assignments => assignments;

    public IReadOnlyList<Ballot> Ballots => ballots;

    public IReadOnlyList<Verdict> Verdicts => verdicts;

    public Verdict? Verdict => verdicts.MaxBy(v => v.Version);

    /// <summary>The ballots that count in the present round: each reviewer's latest.</summary>
    public IEnumerable<Ballot> BallotsOfRound => ballots.Where(b => b.Round == Round && !b.IsReplaced);

    /// <summary>Who still owes a ballot.</summary>
    public IEnumerable<Assignment> OpenAssignments => assignments.Where(a => a.State == AssignmentState.Open);

    public string Name => $"#{Number}";

    /// <summary>Refuses a triage that comes too late, before anybody fills a form for it.</summary>
    public void RefuseTriageUnlessSubmitted() => Require("be triaged", Stage.Submitted);

    public void Accept()
    {
        RefuseTriageUnlessSubmitted();
        Change(Stage.Open);
    }

    /// <summary>A duplicate follows the claim that it repeats when that one turns out to be a duplicate too.</summary>
    public void Follow(Claim of)
    {
        DuplicateOf = of.Number;
        Revision++;
    }

    public void Reject(string reason)
    {
        RefuseTriageUnlessSubmitted();
        RejectedFor = reason;
        Change(Stage.Rejected);
    }

    public void MarkDuplicate(Claim of)
    {
        RefuseTriageUnlessSubmitted();
        if (of.Number == Number)
        {
            throw new DeskRuleException($"A claim cannot repeat itself; give the number of the earlier claim in **of**.");
        }

        if (of.Stage is Stage.Duplicate)
        {
            throw new DeskRuleException($"{of.Name} itself repeats #{of.DuplicateOf}; give #{of.DuplicateOf} in **of**.");
        }

        DuplicateOf = of.Number;
        Change(Stage.Duplicate);
    }

    /// <summary>Gives a reviewer the duty to vote. On a disputed claim it opens a new round, in which all vote afresh.</summary>
    public Assignment Assign(PersonId reviewer, PersonId by, DateTimeOffset now, DateTimeOffset due)
    {
        Require("be assigned", Stage.Open, Stage.Disputed);
        RefuseSubmitter(reviewer, "review");
        if (Stage == Stage.Open && assignments.Any(a => a.Reviewer == reviewer && a.State != AssignmentState.Released))
        {
            throw reviewer == by
                ? new DeskRuleException($"You have {Name} already; vote from its card.")
                : new DeskRuleException($"{Name} is already assigned to {reviewer}; choose another reviewer.");
        }

        if (Stage == Stage.Disputed)
        {
            if (assignments.Any(a => a.Reviewer == reviewer))
            {
                throw new DeskRuleException(
                    $"{reviewer} has voted on {Name} already; a new round needs a reviewer who has not, or an editor decides with {new CommandName("verdict publish")}.");
            }

            OpenNextRound(due);
        }

        var assignment = new Assignment(reviewer, by, now, due);
        assignments.Add(assignment);
        Revision++;
        return assignment;
    }

    public Source AddSource(SourceFacts facts, PersonId by, DateTimeOffset now)
    {
        Require("get sources", Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed);
        if (sources.Find(s => s.Url == facts.Url) is { } same)
        {
            throw new DeskRuleException($"{Name} has this page already as source {same.Number}; add another one.");
        }

        var source = new Source(sources.Count + 1, facts, by, now);
        sources.Add(source);
        Revision++;
        return source;
    }

    /// <summary>Refuses a vote that the rules do not allow, before anybody fills a form for it.</summary>
    public void RefuseVoteUnlessAllowed(PersonId voter, DeskRules rules)
    {
        Require("be voted on", Stage.Open);
        RefuseSubmitter(voter, "vote on");
        var sites = sources.Select(s => s.Site).Distinct().Count();
        if (sites < rules.SourcesNeeded)
        {
            Words needed = rules.SourcesNeeded == 1 ? (Words)$"a source" : $"{rules.SourcesNeeded} sources of different sites";
            throw new DeskRuleException(
                $"{Name} needs {needed} before anybody votes and has {sites}; add one with {new CommandName("evidence add")}.");
        }
    }

    /// <summary>
    /// Casts a ballot, or replaces the reviewer's earlier one, and closes the round when the rule of <see cref="Tally"/>
    /// says so. Who votes without having been assigned takes the claim with it.
    /// </summary>
    public void CastVote(Ballot ballot, DeskRules rules)
    {
        RefuseVoteUnlessAllowed(ballot.Reviewer, rules);
        BallotsOfRound.FirstOrDefault(b => b.Reviewer == ballot.Reviewer)?.Replace();
        ballots.Add(ballot);

        var duty = assignments.Find(a => a.Reviewer == ballot.Reviewer);
        if (duty is null)
        {
            duty = new Assignment(ballot.Reviewer, ballot.Reviewer, ballot.CastAt, ballot.CastAt);
            assignments.Add(duty);
        }

        duty.Finish();
        var tally = Tally.Of(BallotsOfRound.Select(b => b.Rating), rules.Quorum, OpenAssignments.Count());
        AgreedRating = tally.AgreedRating;
        if (tally.Outcome != Stage.Open)
        {
            ReleaseOpenAssignments();
        }

        Change(tally.Outcome);
    }

    /// <summary>
    /// The rating under which the claim would be published: the one agreed on, or, where the reviewers are divided, the
    /// editor's own.
    /// </summary>
    public string GetRatingToPublish(string? decided)
    {
        Require("be published", Stage.Agreed, Stage.Disputed);
        if (sources.Count == 0)
        {
            throw new DeskRuleException(
                $"{Name} has no source, and a verdict needs one; add it with {new CommandName("evidence add")}.");
        }

        if (AgreedRating is { } agreed)
        {
            return decided is null || decided == agreed
                ? agreed
                : throw new DeskRuleException(
                    $"The reviewers agreed on another rating for {Name}; leave **rating** empty to publish theirs.");
        }

        return decided ?? throw new DeskRuleException(
            $"The reviewers are divided on {Name}; add a reviewer with {new CommandName("assign")} for a new round, or decide alone by giving **rating** and **reason**.");
    }

    public Verdict Publish(string rating, VerdictText text, PersonId by, DateTimeOffset now)
    {
        if (AgreedRating is null && text.DecidedFor is null)
        {
            throw new DeskRuleException($"A decision on a disputed claim is published with its reason; give **reason** too.");
        }

        var verdict = Verdict.First(this, GetRatingToPublish(rating), text, by, now);
        verdicts.Add(verdict);
        Change(Stage.Published);
        return verdict;
    }

    private void ReleaseOpenAssignments() => assignments.FindAll(a => a.State == AssignmentState.Open).ForEach(a => a.Release());

    private void OpenNextRound(DateTimeOffset due)
    {
        Round++;
        foreach (var assignment in assignments.Where(a => a.State == AssignmentState.Done))
        {
            assignment.Reopen(due);
        }

        Stage = Stage.Open;
    }

    private void Change(Stage to)
    {
        Stage = to;
        Revision++;
    }

    private void RefuseSubmitter(PersonId person, string what)
    {
        if (person == SubmittedBy)
        {
            throw new DeskRuleException(
                $"{person} submitted {Name}, and nobody may {what} a claim of their own; another reviewer can.");
        }
    }

    private void Require(string what, params ReadOnlySpan<Stage> stages)
    {
        if (!stages.Contains(Stage))
        {
            throw new DeskRuleException($"{Name} cannot {what}: {StageWords.NowIn(this)}");
        }
    }
}
