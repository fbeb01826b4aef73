using System.Security.Cryptography;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Votes;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Votes;

/// <summary><c>/vote</c>, and a card's Vote button: a reviewer votes on a claim.</summary>
public sealed class CastVote(FactBotDbContext db, RatingScales scales, TimeProvider time) : ICommand
{
    private const int SaltDigits = 32;

    private static readonly Choice[] Confidences = [new("High", "high"), new("Medium", "medium"), new("Low", "low")];

    public static CommandSpec Spec { get; } = new("vote", "Vote on a claim; votes are sealed until the round closes")
    {
        ActsOn = me => c => c.SubmittedBy != me,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToVote,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("rating", "Your rating").Required().CompletedBy<CompleteRating>(),
            new OptionSpec("reason", "Why, with the sources that convinced you").Required(),
            new OptionSpec("confidence", "How sure you are; otherwise medium").OneOf(Confidences),
        ],
    };

    /// <summary>Creates a menu for voting on one of several claims.</summary>
    public static Menu MenuFor(IEnumerable<Choice> claims) => new($"Vote on one of them", Spec.Name, "claim") { Choices = [.. claims] };

    public static Button ButtonFor(Claim claim) => new($"Vote", Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Good };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var scale = scales.Of(claim);
        claim.RefuseVoteUnlessAllowed(request.Person.Id, team.Rules, time.GetUtcNow());
        if (request.FindText("rating") is null && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(claim, scale, team.Rules));
        }

        var isChange = claim.BallotsOfRound.Any(b => b.Reviewer == request.Person.Id);
        var vote = new BallotCast(
            scale.Get(request.GetText("rating")).Key,
            request.FindOneOf<Confidence>("confidence") ?? Confidence.Medium,
            request.GetText("reason", Ballot.MaxReason))
        {
            Salt = RandomNumberGenerator.GetHexString(SaltDigits, lowercase: true),
        };
        if (claim.BallotsOfRound.Any(b => b.Reviewer == request.Person.Id && (b.Rating, b.Confidence, b.Reason) == (vote.Rating, vote.Confidence, vote.Reason)))
        {
            throw new DeskRuleException($"Your vote on {claim.Name} is already in, just as you gave it now.");
        }

        await db.ApplyAsync(team, request, claim, vote, cancellationToken);

        return Reply.Say(AnswerFor(claim, team.Rules, scale, isChange));
    }

    private static Words AnswerFor(Claim claim, DeskRules rules, RatingScale scale, bool isChange) => claim.Stage switch
    {
        Stage.Agreed => $"Your vote on {claim.Name} is in, and it closed the round: the reviewers agree on **{scale.NameOf(claim.AgreedRating!)}**. An editor publishes it next.",
        Stage.Disputed => $"Your vote on {claim.Name} is in, and it closed the round without agreement. An editor adds a reviewer or decides.",
        _ when isChange => $"Your vote on {claim.Name} is changed, and your earlier one no longer counts: {VoteCount.Of(claim, rules)}. {Publicity.Of(claim.RulesFor(rules))}",
        _ => $"Your vote on {claim.Name} is in and sealed: {VoteCount.Of(claim, rules)}. Until the round closes you can vote again to change it. {Publicity.Of(claim.RulesFor(rules))}",
    };

    private static Form FormFor(Claim claim, RatingScale scale, DeskRules rules) => new($"Vote on {claim.Name}", Spec.Name, [("claim", claim.Name)],
    [
        new FormField("rating", $"Rating")
        {
            Kind = FormFieldKind.Choice, Choices = [.. scale.Ratings.Select(r => new Choice(r.Name, r.Key))],
        },
        new FormField("confidence", $"Confidence") { Kind = FormFieldKind.Radio, Choices = Confidences, Value = "medium" },
        new FormField("reason", $"Reason")
        {
            Kind = FormFieldKind.Paragraph,
            Hint = $"What convinced you? It stays sealed until the round closes.",
            MaxLength = Ballot.MaxReason,
        },
    ])
    {
        Note = Publicity.Of(claim.RulesFor(rules)),
    };
}
