using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary><c>/assign-auto</c>: assigns a claim to the reviewers with the fewest open assignments.</summary>
public sealed class AssignFairly(FactBotDbContext db, ReviewerDirectory directory, TimeProvider time) : ICommand
{
    private const int MaxCount = 9;

    public static CommandSpec Spec { get; } = new("assign-auto", "Give a claim to the reviewers who have the least to do")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToAssign,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("count", "How many reviewers to add, 1 to 9; otherwise as many as are missing")
                .OneOf([.. Enumerable.Range(1, MaxCount).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => new Choice(n, n))]),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        claim.RefuseAssignmentUnlessOpen();
        var isNewRound = claim.Stage == Stage.Disputed;
        var count = CountFor(request, claim, team);
        var now = time.GetUtcNow();
        var reviewers = await directory.ReviewersAsync(cancellationToken);
        var chosen = FairChoice.Of(await CandidatesAsync(reviewers, claim, now, cancellationToken), claim.Topics, count);
        if (chosen.Count == 0)
        {
            throw new DeskRuleException(
                $"FactBot knows no reviewer who could take {claim.Name}. It knows those who have used a command here, and leaves out who is away, submitted the claim, keeps out of it, gave it back or chose other topics. Name somebody with {new CommandName("assign")}.");
        }

        var (context, due) = (db.ContextFor(team, request), team.Rules.DueFrom(now, claim.Priority));
        foreach (var candidate in chosen)
        {
            db.Apply(context, claim, new ReviewerAssigned(candidate.Person, due));
            reviewers.Single(r => r.Person == candidate.Person).Serve(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        Words round = isNewRound ? (Words)$" This is round {claim.Round}: all its reviewers vote again." : $"";
        Words names = Words.Join(", ", chosen.Select(c => (Words)$"{c.Person}"));
        Words missing = chosen.Count < count
            ? (Words)$" That is {chosen.Count} of {count}: FactBot knows nobody else who is free for it. Name more with {new CommandName("assign")}."
            : $"";
        return Reply.Say($"{claim.Name} is with {names}, due {due:R}.{round}{missing}");
    }

    private static int CountFor(Request request, Claim claim, Team team)
    {
        if (request.FindText("count") is not null)
        {
            return request.GetNumber("count") is >= 1 and <= MaxCount and var given
                ? given
                : throw new DeskRuleException($"**count** is 1 to {MaxCount}; leave it empty for as many as are missing.");
        }

        return claim.Stage == Stage.Disputed ? 1
            : claim.FreeSeats(team.Rules) is > 0 and var free ? free
            : throw new DeskRuleException(
                $"{claim.Name} has its {Count.Of(claim.Panel.Count(), "reviewer")} already; give **count** to add more.");
    }

    private async Task<IEnumerable<Candidate>> CandidatesAsync(
        IReadOnlyList<Reviewer> reviewers, Claim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var load = await db.Claims.SelectMany(c => c.Assignments).Where(a => a.State == AssignmentState.Open)
            .GroupBy(a => a.Reviewer).Select(g => new { Reviewer = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Reviewer, g => g.Count, cancellationToken);
        return reviewers
            // Anyone already assigned in this round has the claim, has voted, or has given it back.
            .Where(r => !r.IsAway(now) && claim.IsOpenTo(r.Person) && claim.Assignments.All(a => a.Round != claim.Round || a.Reviewer != r.Person))
            .Select(r => new Candidate(r.Person, load.GetValueOrDefault(r.Person), r.Topics, r.ServedAt));
    }
}
