using System.Globalization;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Verdicts;

/// <summary>
/// <c>/verdict retract</c>: an editor retracts a published verdict, after confirming it and with a second person's approval;
/// its post then says so.
/// </summary>
public sealed class RetractVerdict(FactBotDbContext db, TimeProvider time) : ICommand
{
    /// <summary>The confirmation button's option: the number of the audit entry that records the question.</summary>
    private const string Asked = "asked";

    public static CommandSpec Spec { get; } = new("verdict retract", "Take a published verdict back, with a reason")
    {
        ActsOn = _ => c => c.Verdicts.Any(v => v.ReplacedAt == null && v.RetractedAt == null),
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToCorrect,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "Why; it is published").Required(),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var verdict = claim.GetStanding(ClaimAction.Retract);
        var isPublic = claim.IsPublic(time.GetUtcNow());
        var waits = isPublic && claim.NeedsSecond(request.Person.Id, team.Rules);
        if (request.FindText(Asked) is not { } asked)
        {
            var reason = request.GetText("reason", Claim.MaxReason);
            await db.ApplyAsync(team, request, claim, new RetractionAsked(reason, verdict.Version), cancellationToken);
            return Ask(claim, verdict, team.AuditLength, isPublic, waits, reason);
        }

        var retraction = await GetAskedAsync(claim, verdict, asked, request.Person, cancellationToken);
        if (waits)
        {
            await db.ApplyAsync(team, request, claim, new RetractionProposed(retraction.Reason), cancellationToken);
            return Reply.Say(
                $"Your retraction of {claim.Name} waits for a second person: another editor or a reviewer approves it on its card or with {new CommandName("verdict approve")}. Until then the verdict stands.");
        }

        await db.ApplyAsync(team, request, claim, new VerdictRetracted(retraction.Reason), cancellationToken);
        Words post = isPublic ? (Words)$"Its post is marked, and stays readable." : $"It was held back still, and does not go out.";
        return Reply.Say($"The verdict on {claim.Name} is retracted. {post} {new CommandName("claim reopen")} sends the claim back to the reviewers.");
    }

    private static Reply Ask(Claim claim, Verdict verdict, int entry, bool isPublic, bool waits, string reason)
    {
        Words what = isPublic ? (Words)$"Its post will say that it was retracted, and why." : $"It is held back still, and will not go out.";
        Words second = waits ? (Words)$" A second person has to approve it then." : $"";
        return Reply.Say(
            $"Retract the verdict on {claim.Name}, **{verdict.RatingName}**? {what}{second}\n> {reason}",
            new Button($"Retract it", Spec.Name, ("claim", claim.Name), (Asked, entry.ToString(CultureInfo.InvariantCulture))) { Look = ButtonLook.Danger });
    }

    /// <summary>Returns what the person was asked; refuses if it was another person, is done, or is another version.</summary>
    private async Task<RetractionAsked> GetAskedAsync(Claim claim, Verdict verdict, string asked, Person person, CancellationToken cancellationToken)
    {
        var number = int.TryParse(asked, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var subject = $"claim {claim.Name}";
        var entry = await db.Audit.AsNoTracking().FirstOrDefaultAsync(e => e.Number == number && e.Who == person.Id && e.Subject == subject, cancellationToken);
        if (entry?.Event is not RetractionAsked retraction || retraction.Version != verdict.Version)
        {
            throw new DeskRuleException($"The verdict on {claim.Name} is not the one you were asked about; use {new CommandName("verdict retract")} again.");
        }

        return await db.Audit.AnyAsync(
            e => e.Number > number && e.Who == person.Id && e.Subject == subject && (e.Action == EventWords.ProposedRetraction || e.Action == EventWords.Retracted), cancellationToken)
            ? throw new DeskRuleException($"This was done already; {new CommandName("claim show")} tells where {claim.Name} stands.")
            : retraction;
    }
}
