using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Text.Characters;
using FactBot.Text.Quotes;
using FactBot.Verdicts;
using FactBot.Votes;

namespace FactBot.Claims;

/// <summary>A claim as everybody sees it. While a round is open it shows only how many votes are in.</summary>
internal static class ClaimCard
{
    public static Card Of(Claim claim, Team team, RatingScale scale, DateTimeOffset now) => new($"{claim.Name} · {claim.Stage}")
    {
        Text = TextOf(claim),
        Tone = StageWords.ToneOf(claim.Stage),
        Fields = [.. FieldsOf(claim, team, scale, now)],
        Footer = NextStep(claim, now),
        Buttons = ButtonsFor(claim),
    };

    private static Words TextOf(Claim claim)
    {
        Words about = claim.Appearance switch
        {
            null => $"",
            { Before: { } before, IsAnchored: true } at =>
                $"\n\n⚠️ Article {at.ArticleNumber} was changed here: {ShownDiff.Of(before, at.Exact!)}",
            { Before: { } before } at => $"\n\n⚠️ Article {at.ArticleNumber} was changed, and this passage is no longer in it: ~~{Line(before)}~~",
            { IsAnchored: false } at => $"\n\nAbout article {at.ArticleNumber}; this wording does not appear in it.",
            var at when at.Exact == claim.Text =>
                $"\n\nStands in article {at.ArticleNumber} between “…{Line(at.Prefix)}” and “{Line(at.Suffix)}…”.",
            { Exact: { } exact } at when !TextAnchor.AreSame(exact, claim.Text) =>
                $"\n\nArticle {at.ArticleNumber} says nearly this: {ShownDiff.Of(claim.Text, exact)}",
            var at => $"\n\nFrom article {at.ArticleNumber}: “…{Line(at.Prefix)} **{Line(at.Exact)}** {Line(at.Suffix)}…”",
        };
        Words part = claim.PartOf is { } whole ? (Words)$"\n\nA part of #{whole}." : $"";
        return $"{claim.Text}{about}{part}";
    }

    /// <summary>Returns the card's version: it rises with the claim's revision, and when a verdict on hold goes public.</summary>
    public static int RevisionOf(Claim claim, DateTimeOffset now) =>
        claim.Revision + claim.Verdicts.Count(v => v.GivenAt < v.PublishedAt && v.PublishedAt <= now);

    private static string Line(string? passage) => Clip.To(passage ?? "", Claim.MaxText).Trim();

    private static IEnumerable<CardField> FieldsOf(Claim claim, Team team, RatingScale scale, DateTimeOffset now)
    {
        if (claim.Claimant is { } claimant)
        {
            yield return new($"Claimant", Words.Of(claimant), IsShort: true);
        }

        if (claim.SaidOn is { } day)
        {
            yield return new($"Said", $"{day:yyyy-MM-dd}", IsShort: true);
        }

        yield return new($"Submitted", $"{claim.SubmittedBy} {claim.SubmittedAt:R}", IsShort: true);
        if (claim.Upvotes.Count > 0)
        {
            yield return new($"Wanted by", $"{claim.Upvotes.Count}", IsShort: true);
        }

        if (claim.Priority != Priority.Normal)
        {
            yield return new($"Priority", $"**{claim.Priority}**", IsShort: true);
        }

        if (claim.Topics.Count > 0)
        {
            yield return new($"Topics", Words.Of(string.Join(", ", claim.Topics)), IsShort: true);
        }

        if (claim.Stage is Stage.Open)
        {
            Words round = claim.Round > 1 ? (Words)$" (round {claim.Round})" : $"";
            yield return new($"Votes", $"{VoteCount.WithClose(claim, team.Rules)}{round}", IsShort: true);
        }

        if (HeldVerdict(claim, now) is { } held)
        {
            yield return new($"Verdict", $"goes out {held.PublishedAt:R}", IsShort: true);
        }
        else if (RatingOf(claim, scale) is { } rating)
        {
            yield return new($"Rating", $"**{rating}**", IsShort: true);
        }

        if (ReviewersOf(claim) is { Count: > 0 } reviewers)
        {
            yield return new($"Reviewers", Words.Join("\n", reviewers));
        }

        if (claim.Sources.Count > 0)
        {
            yield return new($"Sources", Words.Join("\n", claim.Sources.Select(SourceLine.Of)));
        }

        if (claim.ReopenedFor is { } back)
        {
            yield return new($"Sent back because", Words.Of(back));
        }

        if (claim.RejectedFor is { } reason)
        {
            yield return new($"Rejected because", Words.Of(reason));
        }

        if (claim.Stage is Stage.Disputed)
        {
            yield return new($"Votes of round {claim.Round}", Words.Join("\n", claim.BallotsOfRound
                .CountBy(b => b.Rating).OrderByDescending(c => c.Value)
                .Select<KeyValuePair<string, int>, Words>(c => $"{scale.NameOf(c.Key)}: {c.Value}")));
        }

        if (claim.Proposal is { } proposal)
        {
            Words text = proposal.Kind == ProposalKind.Retraction ? (Words)$"" : $": **{proposal.RatingName}**. {proposal.Summary}\n{proposal.Explanation}";
            yield return new($"{proposal.Kind} proposed", $"by {proposal.By}{text}\n*Because:* {proposal.Reason}");
        }
    }

    private static Verdict? HeldVerdict(Claim claim, DateTimeOffset now) =>
        claim.Verdict is { } verdict && verdict.IsHeld(now) ? verdict : null;

    private static string? RatingOf(Claim claim, RatingScale scale) => claim switch
    {
        { Stage: Stage.Published } => claim.Verdict!.RatingName,
        { Stage: Stage.Agreed, AgreedRating: { } agreed } => scale.NameOf(agreed),
        _ => null,
    };

    /// <summary>Lists the current round's reviewers, including any who left it, and other recused people.</summary>
    private static List<Words> ReviewersOf(Claim claim) =>
    [
        .. claim.Assignments.Where(a => a.Round == claim.Round).Select(LineOf),
        .. claim.Recusals.Where(r => claim.Assignments.All(a => a.Round != claim.Round || a.Reviewer != r.Person))
            .Select<Recusal, Words>(r => $"{r.Person}, keeps out"),
    ];

    private static Words LineOf(Assignment assignment)
    {
        Words why = assignment.Reason is { } reason ? (Words)$": {Clip.To(reason, 120)}" : $"";
        return assignment.State switch
        {
            AssignmentState.Open => $"{assignment.Reviewer}, due {assignment.Due:R}",
            AssignmentState.Done => $"{assignment.Reviewer}, voted",
            AssignmentState.Declined => $"{assignment.Reviewer}, gave it back{why}",
            AssignmentState.Released => $"{assignment.Reviewer}, not waited for{why}",
            AssignmentState.Recused => $"{assignment.Reviewer}, keeps out{why}",
            _ => $"{assignment.Reviewer}, handed over",
        };
    }

    private static Words NextStep(Claim claim, DateTimeOffset now) => claim.Stage switch
    {
        _ when claim.Proposal is { } proposal => $"A second person approves the {ApproveProposal.NameOf(proposal)}: another editor, or a reviewer.",
        Stage.Submitted => $"An editor accepts or rejects it.",
        Stage.Open => $"Reviewers take it, add sources and vote. Votes are sealed until the round closes.",
        Stage.Disputed => $"An editor adds a reviewer for a new round, or decides alone.",
        Stage.Agreed => $"An editor publishes the verdict.",
        Stage.Duplicate => $"It repeats #{claim.DuplicateOf}.",
        Stage.Split => $"It goes on as {string.Join(", ", claim.Parts.Select(n => $"#{n}"))}.",
        Stage.Published when HeldVerdict(claim, now) is not null => $"Its verdict is held back; until it goes out, an editor can stop it with /verdict retract.",
        Stage.Published => $"Read it with /verdict show.",
        Stage.Retracted => $"Its verdict was taken back; /verdict history keeps it.",
        Stage.Withdrawn => $"Taken back by who submitted it.",
        _ => $"Closed.",
    };

    private static IReadOnlyList<Button> ButtonsFor(Claim claim) => claim.Proposal is { } proposal
        ? [ApproveProposal.ButtonFor(claim, proposal), DropProposal.ButtonFor(claim, proposal), .. StepsFor(claim)]
        : StepsFor(claim);

    private static IReadOnlyList<Button> StepsFor(Claim claim) => claim.Stage switch
    {
        Stage.Submitted => [.. TriageClaim.ButtonsFor(claim), UpvoteClaim.ButtonFor(claim)],
        Stage.Open =>
        [
            TakeClaim.ButtonFor(claim), AddEvidence.ButtonFor(claim), CastVote.ButtonFor(claim), UpvoteClaim.ButtonFor(claim),
        ],
        Stage.Disputed => [AddEvidence.ButtonFor(claim)],
        Stage.Agreed => [AddEvidence.ButtonFor(claim), PublishVerdict.ButtonFor(claim)],
        _ => [],
    };
}
