using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>
/// <c>/triage</c>, and a card's Accept, Reject, Duplicate and Split: an editor decides what happens to a submitted claim.
/// </summary>
public sealed class TriageClaim(FactBotDbContext db, DailyQuota quota) : ICommand
{
    private static readonly Choice[] Actions =
    [
        new("Accept", "accept"), new("Reject", "reject"), new("Duplicate", "duplicate"), new("Split", "split"),
    ];

    public static CommandSpec Spec { get; } = new("triage", "Accept a claim for review, reject it, mark a duplicate, or split it")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToTriage,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("action", "What becomes of it").Required().OneOf(Actions),
            new OptionSpec("of", "For a duplicate: the earlier claim").CompletedBy<CompleteOriginal>(),
            new OptionSpec("reason", "For a rejection: why"),
        ],
    };

    public static IReadOnlyList<Button> ButtonsFor(Claim claim) =>
    [
        ButtonOf(claim, $"Accept", "accept") with { Look = ButtonLook.Good },
        ButtonOf(claim, $"Reject", "reject") with { Look = ButtonLook.Danger },
        ButtonOf(claim, $"Duplicate", "duplicate"),
        ButtonOf(claim, $"Split", "split"),
    ];

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var action = request.GetText("action").ToLowerInvariant();
        if (!Actions.Any(a => a.Value == action))
        {
            throw new DeskRuleException(
                $"“{Clip.To(action, 40)}” is no action of triage; it is **accept**, **reject**, **duplicate** or **split**.");
        }

        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        claim.RefuseTriageUnlessSubmitted();
        return action switch
        {
            "accept" => await AcceptAsync(claim, request, team, cancellationToken),
            "reject" => await RejectAsync(claim, request, team, cancellationToken),
            "duplicate" => await MarkDuplicateAsync(claim, request, team, cancellationToken),
            _ => await new SplitClaim(db, quota).RunAsync(claim, request, team, cancellationToken),
        };
    }

    /// <summary>Creates a form that continues the triage.</summary>
    internal static Form FormFor(Words title, Claim claim, string action, FormField field) =>
        new(title, Spec.Name, [("claim", claim.Name), ("action", action)], [field]);

    private static Button ButtonOf(Claim claim, Words label, string action) =>
        new(label, Spec.Name, ("claim", claim.Name), ("action", action));

    private async Task<Reply> AcceptAsync(Claim claim, Request request, Team team, CancellationToken cancellationToken)
    {
        await db.ApplyAsync(team, request, claim, new ClaimAccepted(), cancellationToken);
        return Reply.Say($"{claim.Name} is open for review. Choose who reviews it, let {new CommandName("assign-auto")} choose, or let reviewers take it from its card.") with
        {
            Menus = [AssignReviewer.MenuFor(claim)],
        };
    }

    private async Task<Reply> RejectAsync(Claim claim, Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.FindText("reason") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor($"Reject {claim.Name}", claim, "reject", new FormField("reason", $"Why is it not checked?")
            {
                Kind = FormFieldKind.Paragraph,
                Hint = $"Who submitted it is told.",
                MaxLength = Claim.MaxReason,
            }));
        }

        await db.ApplyAsync(team, request, claim, new ClaimRejected(request.GetText("reason", Claim.MaxReason)), cancellationToken);
        return Reply.Say(
            $"{claim.Name} is rejected, and who submitted it is told why. {new CommandName("claim reopen")} brings it back.");
    }

    private async Task<Reply> MarkDuplicateAsync(Claim claim, Request request, Team team, CancellationToken cancellationToken)
    {
        if (request.FindText("of") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(
                $"{claim.Name} is a duplicate", claim, "duplicate", new FormField("of", $"Number of the earlier claim") { MaxLength = 12 }));
        }

        var original = await db.GetClaimAsync(request.GetText("of"), cancellationToken);
        claim.RefuseDuplicateOf(original);
        var context = db.ContextFor(team, request);
        db.Apply(context, claim, new ClaimMarkedDuplicate(original.Number));
        foreach (var follower in await db.ClaimsWhole.Where(c => c.DuplicateOf == claim.Number).ToListAsync(cancellationToken))
        {
            db.Apply(context, follower, new ClaimMarkedDuplicate(original.Number) { Follows = true });
        }

        await new ClaimMatcher(db).LearnSameAsync(claim, original, request.Person.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Reply.Say($"{claim.Name} is marked as a duplicate of {original.Name}.");
    }
}
