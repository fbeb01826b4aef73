using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict history</c>: shows every version of a claim's verdict, latest first, one per page.</summary>
public sealed class ShowHistory(FactBotDbContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict history", "Every version of a claim's verdict")
    {
        ActsOn = _ => c => c.Verdicts.Any(),
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var (now, seesAll) = (time.GetUtcNow(), team.RoleOf(request.Person) >= DeskRole.Editor);
        var versions = claim.Verdicts.Where(v => seesAll || v.IsOut(now)).OrderByDescending(v => v.Version).ToList();
        if (versions.Count == 0)
        {
            throw new DeskRuleException($"{claim.Name} has no verdict yet: {StageWords.NowIn(claim)}");
        }

        var page = Page.Of(request, versions.Count, 1);
        return Reply.Show(VerdictCard.Of(claim, versions[page.Skip], scales.Of(claim), now) with
        {
            Footer = $"Version {versions[page.Skip].Version} of {versions[0].Version}",
            Buttons = page.Buttons(Spec.Name, ("claim", claim.Number.ToString(CultureInfo.InvariantCulture))),
        });
    }
}
