using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Assignments;

/// <summary>A card's Take button: a reviewer assigns a claim to themselves.</summary>
public sealed class TakeClaim(DeskContext db, Roster roster, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("take", "Take a claim for review")
    {
        Kind = CommandKind.ButtonOnly,
        Who = DeskRole.Reviewer,
        Stages = Stages.ToTake,
    };

    public static Button ButtonFor(Claim claim) => new($"Take", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        var now = time.GetUtcNow();
        var due = team.Rules.DueFrom(now, claim.Priority);
        (await roster.MeetAsync(request.Person, team, cancel)).Serve(now);
        await db.DoAsync(team, request, claim, new ClaimTaken(due), cancel);
        return Reply.Say(
            $"{claim.Name} is yours, due {due:R}. Look for sources ({new CommandName("evidence add")}), then give your vote ({new CommandName("vote")}).");
    }
}
