using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary><c>/claim withdraw</c>: the submitter withdraws a claim, as long as nobody has voted on it.</summary>
public sealed class WithdrawClaim(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim withdraw", "Take back a claim of yours")
    {
        ActsOn = me => c => c.SubmittedBy == me && !c.Ballots.Any(),
        Stages = Stages.ToWithdraw,
        Only = "who submitted it, while nobody has voted",
        Options = [new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new ClaimWithdrawn(), cancellationToken);
        return Reply.Say($"{claim.Name} is withdrawn; its card says so.");
    }
}
