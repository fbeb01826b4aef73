using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary><c>/claim want</c>, and a card's Want button: upvotes a claim, so that it is checked sooner.</summary>
public sealed class UpvoteClaim(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim want", "Ask for a claim to be checked next")
    {
        ActsOn = me => c => !c.Upvotes.Any(u => u.Person == me),
        Stages = Stages.ToWant,
        Options = [new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>()],
    };

    public static Button ButtonFor(Claim claim) => new($"Want", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new ClaimUpvoted(), cancellationToken);
        Words others = claim.Upvotes.Count == 1 ? (Words)$"You are the first who asks for it" : $"{claim.Upvotes.Count} people want it";
        return Reply.Say($"{claim.Name} counts your wish. {others}; {new CommandName("claim list")} sorted by demand shows what is wanted most.");
    }
}
