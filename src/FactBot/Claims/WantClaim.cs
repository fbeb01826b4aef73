using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Claims;

/// <summary><c>/claim want</c>, and a card's Want button: upvotes a claim, so that it is checked sooner.</summary>
public sealed class WantClaim(DeskContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim want", "Ask for a claim to be checked next")
    {
        ActsOn = me => c => !c.Wants.Any(w => w.Person == me),
        Stages = Stages.ToWant,
        Options = [new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>()],
    };

    public static Button ButtonFor(Claim claim) => new($"Want", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        await db.DoAsync(team, request, claim, new ClaimWanted(), cancel);
        Words others = claim.Wants.Count == 1 ? (Words)$"You are the first who asks for it" : $"{claim.Wants.Count} people want it";
        return Reply.Say($"{claim.Name} counts your wish. {others}; {new CommandName("claim list")} sorted by demand shows what is wanted most.");
    }
}
