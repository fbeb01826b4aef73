using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/release</c>: an editor goes on without the ballot of a reviewer who hasn't voted.</summary>
public sealed class ReleaseAssignment(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("release", "Go on without the missing vote of a reviewer")
    {
        ActsOn = _ => c => c.Assignments.Any(a => a.State == AssignmentState.Open),
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToGiveBack,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reviewer", "Whose vote is not waited for", OptionKind.Person).Required(),
            new OptionSpec("reason", "Why; its card shows it"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var reviewer = request.GetPersonId("reviewer");
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new AssignmentReleased(reviewer, request.FindText("reason", Claim.MaxReason)), cancellationToken);
        Words next = claim.Stage switch
        {
            Stage.Agreed => $"That closed the round: the reviewers agree. Publish with {new CommandName("verdict publish")}.",
            Stage.Disputed => $"That closed the round without agreement: add a reviewer with {new CommandName("assign")}, or decide with {new CommandName("verdict publish")}.",
            _ when claim.OpenAssignments.Any() => $"The round waits for its other reviewers.",
            _ => $"The round needs more votes; add a reviewer with {new CommandName("assign")}.",
        };
        return Reply.Say($"{claim.Name} no longer waits for {reviewer}. {next}");
    }
}
