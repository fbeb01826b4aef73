using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Evidence;
using FactBot.Teams;
using FactBot.Votes;

namespace FactBot.Claims;

/// <summary>A claim as everybody sees it. While a round is open it tells how many votes are in and nothing more.</summary>
internal static class ClaimCard
{
    public static Card Of(Claim claim, Team team, RatingScale scale) => new($"{claim.Name} · {claim.Stage}")
    {
        Text = TextOf(claim),
        Tone = StageWords.ToneOf(claim.Stage),
        Fields = [.. FieldsOf(claim, team, scale)],
        Footer = NextStep(claim),
        Buttons = ButtonsFor(claim),
    };

    private static Words TextOf(Claim claim)
    {
        Words about = claim.Appearance switch
        {
            null => $"",
            { IsAnchored: false } at => $"\n\nAbout article {at.ArticleNumber}; this wording does not appear in it.",
            var at when at.Exact == claim.Text =>
                $"\n\nStands in article {at.ArticleNumber} between “…{Line(at.Prefix)}” and “{Line(at.Suffix)}…”.",
            var at => $"\n\nFrom article {at.ArticleNumber}: “…{Line(at.Prefix)} **{Line(at.Exact)}** {Line(at.Suffix)}…”",
        };
        return $"{claim.Text}{about}";
    }

    private static string Line(string? passage) => Clip.To(passage ?? "", Claim.MaxText).Trim();

    private static IEnumerable<CardField> FieldsOf(Claim claim, Team team, RatingScale scale)
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
        if (claim.Stage is Stage.Open)
        {
            Words round = claim.Round > 1 ? (Words)$" (round {claim.Round})" : $"";
            yield return new($"Votes", $"{VoteCount.Of(claim, team.Rules)}{round}", IsShort: true);
        }

        if (claim.Assignments.Count > 0)
        {
            yield return new($"Reviewers", Words.Join("\n", claim.Assignments.Select(LineOf)));
        }

        if (claim.Sources.Count > 0)
        {
            yield return new($"Sources", Words.Join("\n", claim.Sources.Select(SourceLine.Of)));
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

        if (claim.Stage is Stage.Agreed or Stage.Published && (claim.Verdict?.Rating ?? claim.AgreedRating) is { } rating)
        {
            yield return new($"Rating", $"**{scale.NameOf(rating)}**", IsShort: true);
        }
    }

    private static Words LineOf(Assignment assignment) => assignment.State switch
    {
        AssignmentState.Open => $"{assignment.Reviewer}, due {assignment.Due:R}",
        AssignmentState.Done => $"{assignment.Reviewer}, voted",
        AssignmentState.Released => $"{assignment.Reviewer}, no longer needed",
        _ => $"{assignment.Reviewer}, {assignment.State.ToString().ToLowerInvariant()}",
    };

    private static Words NextStep(Claim claim) => claim.Stage switch
    {
        Stage.Submitted => $"An editor accepts or rejects it.",
        Stage.Open => $"Reviewers take it, add sources and vote. Votes are sealed until the round closes.",
        Stage.Disputed => $"An editor adds a reviewer for a new round, or decides alone.",
        Stage.Agreed => $"An editor publishes the verdict.",
        Stage.Duplicate => $"It repeats #{claim.DuplicateOf}.",
        Stage.Published => $"Read it with /verdict show.",
        _ => $"Closed.",
    };

    private static IReadOnlyList<Button> ButtonsFor(Claim claim) => claim.Stage switch
    {
        Stage.Submitted => TriageClaim.ButtonsFor(claim),
        Stage.Open => [TakeClaim.ButtonFor(claim), AddEvidence.ButtonFor(claim), CastVote.ButtonFor(claim)],
        Stage.Disputed => [AddEvidence.ButtonFor(claim)],
        Stage.Agreed => [AddEvidence.ButtonFor(claim), Verdicts.PublishVerdict.ButtonFor(claim)],
        _ => [],
    };
}
