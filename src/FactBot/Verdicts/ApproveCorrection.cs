using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict approve</c>, and a card's Approve correction: the second person publishes a correction.</summary>
public sealed class ApproveCorrection(DeskContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict approve", "Approve the correction of a verdict, as the second person")
    {
        ActsOn = me => c => c.Correction != null && c.Correction.By != me,
        Who = DeskRole.Reviewer,
        Stages = Stages.ToCorrect,
        Only = "whoever did not propose it",
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    /// <summary>It approves the correction that the card shows, and no later one.</summary>
    public static Button ButtonFor(Claim claim) =>
        new($"Approve correction", Spec.Name, ("claim", claim.Name), ("proposed", StampOf(claim.Correction!))) { Look = ButtonLook.Good };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        if (request.FindText("proposed") is { } seen && claim.Correction is { } waiting && seen != StampOf(waiting))
        {
            throw new DeskRuleException(
                $"Meanwhile another correction of {claim.Name} took the place of the one you read. Read that one on its card, and approve it there.");
        }

        await db.DoAsync(team, request, claim, new VerdictCorrected(), cancel);
        return Reply.Say(
            $"The correction of {claim.Name} goes out to {team.VerdictChannel} as version {claim.Verdict!.Version}, and the earlier post is marked. {new CommandName("verdict history")} keeps all versions.");
    }

    private static string StampOf(Correction correction) =>
        correction.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
