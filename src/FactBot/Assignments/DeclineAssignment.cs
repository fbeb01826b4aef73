using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/decline</c>: a reviewer gives an assignment back.</summary>
public sealed class DeclineAssignment(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("decline", "Give back a review that you cannot do")
    {
        ActsOn = me => c => c.Assignments.Any(a => a.Reviewer == me && a.State == AssignmentState.Open),
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToGiveBack,
        Only = "who owes a vote on it",
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "Why, for the editor").Required(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new AssignmentDeclined(request.GetText("reason", Claim.MaxReason)), cancellationToken);
        return Reply.Say(
            $"{claim.Name} is no longer yours, and its card says why. If you are not impartial in it, say so with {new CommandName("recuse")}, and nobody gives it to you again.");
    }
}
