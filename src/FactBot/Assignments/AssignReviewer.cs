using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Assignments;

/// <summary><c>/assign</c>: an editor gives a claim to a reviewer.</summary>
public sealed class AssignReviewer(DeskContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("assign", "Give a claim to a reviewer")
    {
        Who = DeskRole.Editor,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reviewer", "Who reviews it", OptionKind.Person).Required(),
            new OptionSpec("due", "When the vote is due: 24h, 2d or a date; otherwise the team's usual time"),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var reviewer = request.GetPerson("reviewer");
        if (team.RoleOf(reviewer) < DeskRole.Reviewer)
        {
            throw new DeskRuleException(
                $"{reviewer.Id} is no reviewer here; give them the role {team.ReviewerRole} first, or choose somebody who has it.");
        }

        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        var now = time.GetUtcNow();
        var due = request.FindText("due") is { } text
            ? DueTime.Get(text, team.Zone, now)
            : now.AddHours(team.Rules.HoursToReview);
        var duty = claim.Assign(reviewer.Id, request.Person.Id, now, due);
        await db.RecordAsync(team, request, "assigned a reviewer", $"claim {claim.Name}", cancel);

        Words round = claim.Round > 1 ? (Words)$" This is round {claim.Round}: all its reviewers vote again." : $"";
        return Reply.Say(
            $"{claim.Name} is with {reviewer.Id}, due {duty.Due:R}.{round} They find it with {new CommandName("queue")} and vote from its card.");
    }
}
