using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary>A card's Take button: a reviewer assigns a claim to themselves.</summary>
public sealed class TakeClaim(FactBotDbContext db, ReviewerDirectory directory, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("take", "Take a claim for review")
    {
        Kind = CommandKind.ButtonOnly,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToTake,
    };

    public static Button ButtonFor(Claim claim) => new($"Take", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var now = time.GetUtcNow();
        var due = team.Rules.DueFrom(now, claim.Priority);
        (await directory.MeetAsync(request.Person, team, cancellationToken)).Serve(now);
        await db.ApplyAsync(team, request, claim, new ClaimTaken(due), cancellationToken);
        return Reply.Say(
            $"{claim.Name} is yours, due {due:R}. Look for sources ({new CommandName("evidence add")}), then give your vote ({new CommandName("vote")}).");
    }
}
