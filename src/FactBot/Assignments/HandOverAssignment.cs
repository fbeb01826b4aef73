using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/hand-over</c>: a reviewer hands an assignment to a colleague; an editor can hand over anyone's.</summary>
public sealed class HandOverAssignment(FactBotDbContext db, ReviewerDirectory directory, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("hand-over", "Give a review to a colleague")
    {
        ActsOn = _ => c => c.Assignments.Any(a => a.State == AssignmentState.Open),
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToGiveBack,
        Only = "who owes a vote on it; editors for anybody",
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("to", "Who reviews it from now on", OptionKind.Person).Required(),
            new OptionSpec("from", "For editors: whose review it was; otherwise your own", OptionKind.Person),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var to = request.GetReviewer("to", team);
        var from = request.FindText("from") is null ? request.Person.Id : request.GetPersonId("from");
        if (from != request.Person.Id && team.RoleOf(request.Person) < DeskRole.Editor)
        {
            throw new DeskRuleException($"Only editors hand over the review of somebody else; leave **from** empty for your own.");
        }

        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var now = time.GetUtcNow();
        var due = claim.Panel.FirstOrDefault(a => a.Reviewer == from && a.Due > now)?.Due
            ?? team.Rules.DueFrom(now, claim.Priority);
        var reviewer = await directory.MeetAsync(to, team, cancellationToken);
        reviewer.Serve(now);
        await db.ApplyAsync(team, request, claim, new AssignmentHandedOver(from, to.Id, due), cancellationToken);
        Words away = reviewer.IsAway(now) ? (Words)$" They are away until {reviewer.AwayUntil:f}, by their own word." : $"";
        return Reply.Say($"{claim.Name} is with {to.Id} now, due {due:R}; they are told in its thread.{away}");
    }
}
