using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict show</c>: shows a claim's published verdict.</summary>
public sealed class ShowVerdict(FactBotDbContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict show", "A claim's published verdict")
    {
        ActsOn = _ => c => c.Verdicts.Any(),
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var now = time.GetUtcNow();
        var readable = team.RoleOf(request.Person) >= DeskRole.Editor
            ? claim.Verdicts.Where(v => v.Stands).MaxBy(v => v.Version) ?? claim.Verdict
            : claim.Verdicts.Where(v => v.IsOut(now)).MaxBy(v => v.Version);
        return readable is not null ? Reply.Show(VerdictCard.Of(claim, readable, scales.Of(claim), now))
            : claim.Verdict is { } held && held.IsHeld(now)
            ? throw new DeskRuleException($"The verdict on {claim.Name} goes out {held.PublishedAt:R}; read it then.")
            : throw new DeskRuleException($"{claim.Name} has no verdict yet: {StageWords.NowIn(claim)}");
    }
}
