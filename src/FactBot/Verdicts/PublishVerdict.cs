using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Verdicts;

/// <summary><c>/verdict publish</c>: an editor writes the verdict in a form, and it goes out to the verdict channel.</summary>
public sealed class PublishVerdict(DeskContext db, RatingScales scales, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict publish", "Publish a claim's verdict")
    {
        Who = DeskRole.Editor,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("rating", "Only to decide a disputed claim alone").CompletedBy<Votes.CompleteRating>(),
            new OptionSpec("reason", "Why you decide alone"),
        ],
    };

    public static Button ButtonFor(Claim claim) =>
        new($"Publish", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        var scale = scales.Of(team);
        var decided = request.FindText("rating") is { } named ? scale.Get(named).Key : null;
        var reason = request.FindText("reason", Claim.MaxReason);
        var rating = claim.GetRatingToPublish(decided);
        if (!request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, scale.NameOf(rating), decided, reason));
        }

        var text = new VerdictText(
            request.GetText("summary", VerdictText.MaxSummary),
            request.GetText("explanation", VerdictText.MaxExplanation),
            claim.AgreedRating is null ? reason : null);
        claim.Publish(rating, text, request.Person.Id, time.GetUtcNow());
        await db.RecordAsync(team, request, "published the verdict", $"claim {claim.Name}", cancel);

        return Reply.Say(
            $"The verdict on {claim.Name}, **{scale.NameOf(rating)}**, goes out to {team.VerdictChannel}. Read it with {new CommandName("verdict show")}.");
    }

    private static Form FormFor(Claim claim, string ratingName, string? decided, string? reason) => new(
        $"Verdict on {claim.Name}: {ratingName}",
        Spec.Name,
        decided is null ? [("claim", claim.Name)] : [("claim", claim.Name), ("rating", decided)],
        [
            new FormField("summary", $"Summary")
            {
                Hint = $"The outcome in one or two sentences.", MaxLength = VerdictText.MaxSummary,
            },
            new FormField("explanation", $"Explanation")
            {
                Kind = FormFieldKind.Paragraph,
                Hint = $"How the sources lead there.",
                MaxLength = VerdictText.MaxExplanation,
            },
            .. claim.AgreedRating is null
                ? [new FormField("reason", $"Why you decide alone")
                {
                    Kind = FormFieldKind.Paragraph, Value = reason, MaxLength = Claim.MaxReason,
                }]
                : Array.Empty<FormField>(),
        ]);
}
