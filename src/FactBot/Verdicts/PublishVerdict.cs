using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict publish</c>: an editor writes the verdict in a form, and it is posted to the verdict channel.</summary>
public sealed class PublishVerdict(FactBotDbContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict publish", "Publish a claim's verdict")
    {
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToPublish,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("rating", "Only to decide a disputed claim alone").CompletedBy<Votes.CompleteRating>(),
            new OptionSpec("reason", "Why you decide alone"),
        ],
    };

    public static Button ButtonFor(Claim claim) =>
        new($"Publish", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var scale = scales.Of(claim);
        var decided = request.FindText("rating") is { } named ? scale.Get(named).Key : null;
        var reason = request.FindText("reason", Claim.MaxReason);
        var rating = scale.RatingOf(claim.GetRatingToPublish(decided));
        if (!request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, rating, decided, reason, scale));
        }

        var text = new VerdictText(
            rating.Key,
            rating.Name,
            request.GetText("summary", VerdictText.MaxSummary),
            request.GetText("explanation", VerdictText.MaxExplanation),
            claim.AgreedRating is null ? reason : null);
        if (claim.AgreedRating is null && claim.NeedsSecond(request.Person.Id, team.Rules))
        {
            await db.ApplyAsync(team, request, claim, new DecisionProposed(text), cancellationToken);
            return Reply.Say(
                $"Your decision on {claim.Name}, **{rating.Name}**, waits for a second person: another editor or a reviewer approves it on its card or with {new CommandName("verdict approve")}.");
        }

        await db.ApplyAsync(team, request, claim, new VerdictPublished(text), cancellationToken);

        var goesOut = claim.Verdict!.PublishedAt;
        return goesOut > time.GetUtcNow()
            ? Reply.Say($"The verdict on {claim.Name}, **{rating.Name}**, is held back and goes out to {team.VerdictChannel} {goesOut:R}. Until then {new CommandName("verdict retract")} stops it.")
            : Reply.Say($"The verdict on {claim.Name}, **{rating.Name}**, goes out to {team.VerdictChannel}. Read it with {new CommandName("verdict show")}.");
    }

    private static Form FormFor(Claim claim, Rating rating, string? decided, string? reason, RatingScale scale) => new(
        $"Verdict on {claim.Name}: {rating.Name}",
        Spec.Name,
        decided is null ? [("claim", claim.Name)] : [("claim", claim.Name), ("rating", decided)],
        [
            .. VerdictFields.Of(null, null),
            .. claim.AgreedRating is null
                ? [new FormField("reason", $"Why you decide alone")
                {
                    Kind = FormFieldKind.Paragraph, Value = reason, MaxLength = Claim.MaxReason,
                }]
                : Array.Empty<FormField>(),
        ])
    {
        Note = SourceContradiction.In(claim.StandingSources.Select(s => s.Stance), rating, scale),
    };
}
