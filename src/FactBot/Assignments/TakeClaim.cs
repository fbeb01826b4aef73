using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Assignments;

/// <summary>A card's Take button: a reviewer takes a claim on themselves.</summary>
public sealed class TakeClaim(DeskContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("take", "Take a claim for review")
    {
        Kind = CommandKind.ButtonOnly,
        Who = DeskRole.Reviewer,
    };

    public static Button ButtonFor(Claim claim) => new($"Take", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        if (claim.Stage == Stage.Disputed)
        {
            throw new DeskRuleException(
                $"{claim.Name} is disputed, and only an editor opens a new round, with {new CommandName("assign")}.");
        }

        var (me, now) = (request.Person.Id, time.GetUtcNow());
        var duty = claim.Assign(me, me, now, now.AddHours(team.Rules.HoursToReview));
        await db.RecordAsync(team, request, "took", $"claim {claim.Name}", cancel);
        return Reply.Say(
            $"{claim.Name} is yours, due {duty.Due:R}. Look for sources ({new CommandName("evidence add")}), then give your vote ({new CommandName("vote")}).");
    }
}
