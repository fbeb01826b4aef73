using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary><c>/triage</c>, and a card's Accept, Reject and Duplicate: an editor decides what becomes of a submitted claim.</summary>
public sealed class TriageClaim(DeskContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("triage", "Accept a claim for review, reject it, or mark a duplicate")
    {
        Who = DeskRole.Editor,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("action", "What becomes of it").Required().OneOf(
                new Choice("Accept", "accept"),
                new Choice("Reject", "reject"),
                new Choice("Duplicate", "duplicate")),
            new OptionSpec("of", "For a duplicate: the earlier claim").CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "For a rejection: why"),
        ],
    };

    public static IReadOnlyList<Button> ButtonsFor(Claim claim) =>
    [
        new Button($"Accept", Spec.Name, ("claim", claim.Name), ("action", "accept")) { Look = ButtonLook.Good },
        new Button($"Reject", Spec.Name, ("claim", claim.Name), ("action", "reject")) { Look = ButtonLook.Danger },
        new Button($"Duplicate", Spec.Name, ("claim", claim.Name), ("action", "duplicate")),
    ];

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        return request.GetText("action").ToLowerInvariant() switch
        {
            "accept" => await AcceptAsync(claim, request, team, cancel),
            "reject" => await RejectAsync(claim, request, team, cancel),
            "duplicate" => await MarkDuplicateAsync(claim, request, team, cancel),
            var other => throw new DeskRuleException(
                $"“{other}” is no action of triage; it is **accept**, **reject** or **duplicate**."),
        };
    }

    private async Task<Reply> AcceptAsync(Claim claim, Request request, Team team, CancellationToken cancel)
    {
        claim.Accept();
        await db.RecordAsync(team, request, "accepted", $"claim {claim.Name}", cancel);
        return Reply.Say(
            $"{claim.Name} is open for review. Give it to reviewers with {new CommandName("assign")}, or let them take it from its card.");
    }

    private async Task<Reply> RejectAsync(Claim claim, Request request, Team team, CancellationToken cancel)
    {
        claim.RefuseTriageUnlessSubmitted();
        if (request.FindText("reason") is null && !request.IsFilledForm)
        {
            return Reply.Open(new Form($"Reject {claim.Name}", Spec.Name, [("claim", claim.Name), ("action", "reject")],
            [
                new FormField("reason", $"Why is it not checked?") { Kind = FormFieldKind.Paragraph, MaxLength = Claim.MaxReason },
            ]));
        }

        claim.Reject(request.GetText("reason", Claim.MaxReason));
        await db.RecordAsync(team, request, "rejected", $"claim {claim.Name}", cancel);
        return Reply.Say($"{claim.Name} is rejected, and its card says why.");
    }

    private async Task<Reply> MarkDuplicateAsync(Claim claim, Request request, Team team, CancellationToken cancel)
    {
        claim.RefuseTriageUnlessSubmitted();
        if (request.FindText("of") is null && !request.IsFilledForm)
        {
            return Reply.Open(new Form($"{claim.Name} is a duplicate", Spec.Name, [("claim", claim.Name), ("action", "duplicate")],
            [
                new FormField("of", $"Number of the earlier claim") { MaxLength = 12 },
            ]));
        }

        var original = await db.GetClaimAsync(request.GetText("of"), cancel);
        claim.MarkDuplicate(original);
        await db.Claims.Where(c => c.DuplicateOf == claim.Number).ForEachAsync(c => c.Follow(original), cancel);
        await db.RecordAsync(team, request, $"marked as duplicate of {original.Name}", $"claim {claim.Name}", cancel);
        return Reply.Say($"{claim.Name} is marked as a duplicate of {original.Name}.");
    }
}
