using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;

namespace FactBot.Verdicts;

/// <summary>A card's Drop: an editor drops a proposed decision, correction or retraction.</summary>
public sealed class DropProposal(FactBotDbContext db) : ICommand
{
    // Buttons already in the chat use this name.
    public static CommandSpec Spec { get; } = new("drop correction", "Take away what waits for a second person")
    {
        Kind = CommandKind.ButtonOnly,
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToCorrect,
    };

    public static Button ButtonFor(Claim claim, Proposal proposal) => new($"Drop {ApproveProposal.NameOf(proposal)}", Spec.Name, ("claim", claim.Name));

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var proposal = claim.GetProposal();
        await db.ApplyAsync(team, request, claim, new ProposalDropped(proposal.Kind), cancellationToken);
        return Reply.Say(proposal.Kind == ProposalKind.Decision
            ? (Words)$"The decision on {claim.Name} is dropped; the claim is disputed as before."
            : $"The {ApproveProposal.NameOf(proposal)} of {claim.Name} is dropped; the verdict stands as it is.");
    }
}
