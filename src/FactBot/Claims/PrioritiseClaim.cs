using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary><c>/claim priority</c>: an editor sets how soon a claim has to be checked.</summary>
public sealed class PrioritiseClaim(FactBotDbContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim priority", "Say how soon a claim has to be checked")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToPrioritise,
        Options =
        [
            new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("priority", "How soon").Required().OneOf(
                new Choice("Breaking", "breaking"), new Choice("Normal", "normal"), new Choice("Slow", "slow")),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        request.GetText("priority");
        var priority = request.FindOneOf<Priority>("priority")!.Value;
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new ClaimPrioritised(priority), cancellationToken);
        var due = team.Rules.DueFrom(time.GetUtcNow(), priority);
        return Reply.Say(
            $"{claim.Name} has the priority **{priority.ToString().ToLowerInvariant()}**: who is assigned now has until {due:f}. Duties that are given already keep their time.");
    }
}
