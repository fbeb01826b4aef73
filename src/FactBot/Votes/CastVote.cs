using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary><c>/vote</c>, and a card's Vote button: a reviewer votes on a claim.</summary>
public sealed class CastVote(DeskContext db, RatingScales scales, TimeProvider time) : ICommand
{
    private static readonly Choice[] Confidences = [new("High", "high"), new("Medium", "medium"), new("Low", "low")];

    public static CommandSpec Spec { get; } = new("vote", "Vote on a claim; votes are sealed until the round closes")
    {
        Who = DeskRole.Reviewer,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("rating", "Your rating").Required().CompletedBy<CompleteRating>(),
            new OptionSpec("reason", "Why, with the sources that convinced you").Required(),
            new OptionSpec("confidence", "How sure you are; otherwise medium").OneOf(Confidences),
        ],
    };

    public static Button ButtonFor(Claim claim) => new($"Vote", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Good };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancel);
        var scale = scales.Of(team);
        claim.RefuseVoteUnlessAllowed(request.Person.Id, team.Rules);
        if (request.FindText("rating") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, scale));
        }

        var ballot = new Ballot(
            claim.Round,
            request.Person.Id,
            scale.Get(request.GetText("rating")).Key,
            ConfidenceOf(request.FindText("confidence") ?? "medium"),
            request.GetText("reason", Ballot.MaxReason),
            time.GetUtcNow());
        var isChange = claim.BallotsOfRound.Any(b => b.Reviewer == ballot.Reviewer);
        claim.CastVote(ballot, team.Rules);
        await db.RecordAsync(team, request, isChange ? "changed their vote" : "voted", $"claim {claim.Name}", cancel);

        return Reply.Say(AnswerFor(claim, team.Rules, scale));
    }

    private static Words AnswerFor(Claim claim, DeskRules rules, RatingScale scale) => claim.Stage switch
    {
        Stage.Agreed => $"Your vote on {claim.Name} is in, and it closed the round: the reviewers agree on **{scale.NameOf(claim.AgreedRating!)}**. An editor publishes it next.",
        Stage.Disputed => $"Your vote on {claim.Name} is in, and it closed the round without agreement. An editor adds a reviewer or decides.",
        _ => $"Your vote on {claim.Name} is in and sealed: {VoteCount.Of(claim, rules)}. Until the round closes you can vote again to change it.",
    };

    private static Confidence ConfidenceOf(string text) =>
        Enum.GetValues<Confidence>().Where(c => c.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            .Select(c => (Confidence?)c).FirstOrDefault()
        ?? throw new DeskRuleException($"“{text}” is no confidence; it is **low**, **medium** or **high**.");

    private static Form FormFor(Claim claim, RatingScale scale) => new($"Vote on {claim.Name}", Spec.Name, [("claim", claim.Name)],
    [
        new FormField("rating", $"Rating")
        {
            Kind = FormFieldKind.Choice, Choices = [.. scale.Ratings.Select(r => new Choice(r.Name, r.Key))],
        },
        new FormField("confidence", $"Confidence") { Kind = FormFieldKind.Choice, Choices = Confidences, Value = "medium" },
        new FormField("reason", $"Reason")
        {
            Kind = FormFieldKind.Paragraph,
            Hint = $"What convinced you? It stays sealed until the round closes.",
            MaxLength = Ballot.MaxReason,
        },
    ]);
}
