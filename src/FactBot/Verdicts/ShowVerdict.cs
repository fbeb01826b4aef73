using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict show</c>: a claim's published verdict.</summary>
public sealed class ShowVerdict(DeskContext db, RatingScales scales) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict show", "A claim's published verdict")
    {
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        return claim.Verdict is { } verdict
            ? Reply.Show(VerdictCard.Of(claim, verdict, scales.Of(team)))
            : throw new DeskRuleException($"{claim.Name} has no verdict yet: {StageWords.NowIn(claim)}");
    }
}
