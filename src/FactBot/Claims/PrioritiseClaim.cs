using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Claims;

/// <summary><c>/claim priority</c>: an editor sets how soon a claim has to be checked.</summary>
public sealed class PrioritiseClaim(DeskContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim priority", "Say how soon a claim has to be checked")
    {
        Who = DeskRole.Editor,
        Stages = Stages.ToPrioritise,
        Options =
        [
            new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("priority", "How soon").Required().OneOf(
                new Choice("Breaking", "breaking"), new Choice("Normal", "normal"), new Choice("Slow", "slow")),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        request.GetText("priority");
        var priority = request.FindOneOf<Priority>("priority")!.Value;
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        await db.DoAsync(team, request, claim, new ClaimPrioritised(priority), cancel);
        var due = team.Rules.DueFrom(time.GetUtcNow(), priority);
        return Reply.Say(
            $"{claim.Name} has the priority **{priority.ToString().ToLowerInvariant()}**: who is assigned now has until {due:f}. Duties that are given already keep their time.");
    }
}
