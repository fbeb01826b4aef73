using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict show</c>: a claim's published verdict.</summary>
public sealed class ShowVerdict(DeskContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict show", "A claim's published verdict")
    {
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        return claim.Verdict switch
        {
            null => throw new DeskRuleException($"{claim.Name} has no verdict yet: {StageWords.NowIn(claim)}"),
            var held when held.IsHeld(time.GetUtcNow()) && team.RoleOf(request.Person) < DeskRole.Editor =>
                throw new DeskRuleException($"The verdict on {claim.Name} goes out {held.PublishedAt:R}; read it then."),
            var verdict => Reply.Show(VerdictCard.Of(claim, verdict, scales.Of(claim))),
        };
    }
}
