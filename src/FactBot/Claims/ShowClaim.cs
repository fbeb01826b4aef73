using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Claims;

/// <summary><c>/claim show</c>: shows a claim's card, with its sources.</summary>
public sealed class ShowClaim(DeskContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim show", "A claim: its text, place, sources and stage")
    {
        Options = [new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>()],
    };

    /// <summary>Creates a menu for looking at one of several claims.</summary>
    public static Menu MenuFor(IEnumerable<Claim> claims) => new($"Look at one of them", Spec.Name, "claim")
    {
        Choices = [.. claims.Select(c => new Choice($"{c.Name} {c.Text}", c.Name))],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        var card = ClaimCard.Of(claim, team, scales.Of(claim), time.GetUtcNow());
        var role = team.RoleOf(request.Person);
        return Reply.Show(card with { Buttons = [.. card.Buttons.Where(b => CommandRouter.Find(b.Command)!.Who <= role)] });
    }
}
