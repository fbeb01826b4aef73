using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict correct</c>: an editor proposes another wording or rating; a second person approves it.</summary>
public sealed class CorrectVerdict(DeskContext db, RatingScales scales) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict correct", "Propose a correction of a published verdict")
    {
        Who = DeskRole.Editor,
        Stages = Stages.ToCorrect,
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        claim.RefuseCorrectionUnlessPublished();
        var scale = scales.Of(claim);
        if (!request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, claim.Verdict!, scale));
        }

        var rating = scale.Get(request.GetText("rating"));
        var correction = new Correction(
            rating.Key,
            rating.Name,
            request.GetText("summary", VerdictText.MaxSummary),
            request.GetText("explanation", VerdictText.MaxExplanation),
            request.GetText("reason", Claim.MaxReason),
            request.Person.Id,
            db.ActOf(team, request).At);
        if (claim.Correction is { } waiting && waiting with { At = correction.At } == correction)
        {
            throw new DeskRuleException($"You've already proposed this correction of {claim.Name}; it waits for a second person.");
        }

        await db.DoAsync(team, request, claim, new CorrectionProposed(correction), cancel);
        Words warning = SourceContradiction.In(claim.StandingSources.Select(s => s.Stance), rating, scale) is { } opposite
            ? (Words)$"\n{opposite}"
            : $"";
        return Reply.Say(
            $"Your correction of {claim.Name} waits for a second person: another editor or a reviewer approves it on its card or with {new CommandName("verdict approve")}. Until then the verdict stands as it is.{warning}");
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
