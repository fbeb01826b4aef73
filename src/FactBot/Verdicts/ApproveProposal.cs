using System.Globalization;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;

namespace FactBot.Verdicts;

/// <summary><c>/verdict approve</c>, a card's Approve: the second person approves a decision, correction or retraction.</summary>
public sealed class ApproveProposal(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict approve", "Approve a correction, retraction or decision, as the second person")
    {
        ActsOn = me => c => c.Proposal != null && c.Proposal.By != me && c.SubmittedBy != me,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToCorrect,
        Only = "whoever neither proposed it nor submitted the claim",
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    /// <summary>Creates the button, which approves exactly the proposal the card shows and none made later.</summary>
    public static Button ButtonFor(Claim claim, Proposal proposal) =>
        new($"Approve {NameOf(proposal)}", Spec.Name, ("claim", claim.Name), ("proposed", StampOf(proposal))) { Look = ButtonLook.Good };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var proposal = claim.GetProposal();
        if (request.FindText("proposed") is { } seen && seen != StampOf(proposal))
        {
            throw new DeskRuleException(
                $"Meanwhile another {NameOf(proposal)} of {claim.Name} took the place of the one you read. Read that one on its card, and approve it there.");
        }

        if (proposal.By == request.Person.Id && claim.NeedsSecond(request.Person.Id, team.Rules))
        {
            throw new RefusedException(new OwnProposal(claim, proposal.Kind));
        }

        ClaimEvent claimEvent = proposal.Kind switch
        {
            ProposalKind.Decision => new DecisionApproved(),
            ProposalKind.Correction => new VerdictCorrected(),
            _ => new RetractionApproved(proposal.Reason),
        };
        await db.ApplyAsync(team, request, claim, claimEvent, cancellationToken);
        return Reply.Say(proposal.Kind switch
        {
            ProposalKind.Decision =>
                $"The verdict on {claim.Name}, **{proposal.RatingName}**, goes out to {team.VerdictChannel} {claim.Verdict!.PublishedAt:R}. Read it with {new CommandName("verdict show")}.",
            ProposalKind.Correction =>
                $"The correction of {claim.Name} goes out to {team.VerdictChannel} as version {claim.Verdict!.Version}, and the earlier post is marked. {new CommandName("verdict history")} keeps all versions.",
            _ => (Words)$"The verdict on {claim.Name} is retracted. Its post is marked, and stays readable.",
        });
    }

    internal static string NameOf(Proposal proposal) => proposal.Kind.ToString().ToLowerInvariant();

    private static string StampOf(Proposal proposal) => proposal.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
