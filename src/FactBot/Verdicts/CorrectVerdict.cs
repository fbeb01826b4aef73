using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict correct</c>: an editor proposes another wording or rating; a second person approves it.</summary>
public sealed class CorrectVerdict(FactBotDbContext db, RatingScales scales) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict correct", "Propose a correction of a published verdict")
    {
        ActsOn = _ => c => c.Verdicts.Any(v => v.ReplacedAt == null && v.RetractedAt == null),
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToCorrect,
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var standing = claim.GetStanding(ClaimAction.Correct);
        var scale = scales.Of(claim);
        if (!request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, standing, scale));
        }

        var rating = scale.Get(request.GetText("rating"));
        var context = db.ContextFor(team, request);
        var correction = new Correction(
            rating.Key,
            rating.Name,
            request.GetText("summary", VerdictText.MaxSummary),
            request.GetText("explanation", VerdictText.MaxExplanation),
            request.GetText("reason", Claim.MaxReason),
            request.Person.Id,
            context.At);
        if (claim.Proposal is { } waiting && waiting with { At = correction.At } == Proposal.Of(correction))
        {
            throw new DeskRuleException($"You've already proposed this correction of {claim.Name}; it waits for a second person.");
        }

        var waits = claim.NeedsSecond(request.Person.Id, team.Rules);
        db.Apply(context, claim, new CorrectionProposed(correction));
        if (!waits)
        {
            db.Apply(context, claim, new VerdictCorrected());
        }

        await db.SaveChangesAsync(cancellationToken);
        Words warning = SourceContradiction.In(claim.StandingSources.Select(s => s.Stance), rating, scale) is { } opposite
            ? (Words)$"\n{opposite}"
            : $"";
        return waits
            ? Reply.Say($"Your correction of {claim.Name} waits for a second person: another editor or a reviewer approves it on its card or with {new CommandName("verdict approve")}. Until then the verdict stands as it is.{warning}")
            : Reply.Say($"Your correction of {claim.Name} goes out to {team.VerdictChannel} as version {claim.Verdict!.Version}, and the earlier post is marked.{warning}");
    }

    private static Form FormFor(Claim claim, Verdict standing, RatingScale scale) => new(
        $"Correct the verdict on {claim.Name}",
        Spec.Name,
        [("claim", claim.Name)],
        [
            new FormField("rating", $"Rating")
            {
                Kind = FormFieldKind.Choice,
                Choices = [.. scale.Ratings.Select(r => new Choice(r.Name, r.Key))],
                Value = standing.Rating,
            },
            .. VerdictFields.Of(standing.Summary, standing.Explanation),
            new FormField("reason", $"What is corrected, and why")
            {
                Kind = FormFieldKind.Paragraph, Hint = $"It is published with the correction.", MaxLength = Claim.MaxReason,
            },
        ]);
}
