using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary>A card's Drop correction: an editor takes a proposed correction away.</summary>
public sealed class DropCorrection(DeskContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("drop correction", "Take away a correction that waits for approval")
    {
        Kind = CommandKind.ButtonOnly,
        Who = DeskRole.Editor,
        Stages = Stages.ToCorrect,
    };

    public static Button ButtonFor(Claim claim) => new($"Drop correction", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        await db.DoAsync(team, request, claim, new CorrectionDropped(), cancel);
        return Reply.Say($"The correction of {claim.Name} is dropped; the verdict stands as it is.");
    }
}
