using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict retract</c>: an editor takes a published verdict back; its post says so.</summary>
public sealed class RetractVerdict(DeskContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict retract", "Take a published verdict back, with a reason")
    {
        Who = DeskRole.Editor,
        Stages = Stages.ToCorrect,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "Why; it is published").Required(),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        await db.DoAsync(team, request, claim, new VerdictRetracted(request.GetText("reason", Claim.MaxReason)), cancel);
        var wasHeld = claim.Verdict is { } verdict && verdict.RetractedAt < verdict.PublishedAt;
        Words post = wasHeld ? (Words)$"It was held back still, and does not go out." : $"Its post is marked, and stays readable.";
        return Reply.Say($"The verdict on {claim.Name} is retracted. {post} {new CommandName("claim reopen")} sends the claim back to the reviewers.");
    }
}
