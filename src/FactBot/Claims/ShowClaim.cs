using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Claims;

/// <summary><c>/claim show</c>: shows a claim's card, with its sources.</summary>
public sealed class ShowClaim(FactBotDbContext db, RatingScales scales, TimeProvider time) : ICommand
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

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var card = ClaimCard.Of(claim, team, scales.Of(claim), time.GetUtcNow());
        var role = team.RoleOf(request.Person);
        return Reply.Show(card with { Buttons = [.. card.Buttons.Where(b => CommandRouter.Find(b.Command)!.RequiredRole <= role)] });
    }
}
