using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary><c>/claim reopen</c>: an editor sends a claim back, to triage or to the reviewers.</summary>
public sealed class ReopenClaim(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim reopen", "Send a claim back: to triage, or to the reviewers for a new round")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToReopen,
        Options =
        [
            new OptionSpec("claim", "Its number").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "Why it comes back; its card shows it").Required(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var wasPublished = claim.Stage == Stage.Published;
        await db.ApplyAsync(team, request, claim, new ClaimReopened(request.GetText("reason", Claim.MaxReason)), cancellationToken);
        Words standing = !wasPublished ? (Words)$""
            : claim.Verdict!.Stands ? (Words)$" The published verdict stands until there is a new one."
            : (Words)$" The verdict that was held back does not go out.";
        return claim.Stage == Stage.Submitted
            ? Reply.Say($"{claim.Name} waits for triage again.")
            : Reply.Say($"{claim.Name} is open for round {claim.Round}; give it to reviewers with {new CommandName("assign")}.{standing}");
    }
}
