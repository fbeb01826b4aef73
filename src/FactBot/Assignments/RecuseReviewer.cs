using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Assignments;

/// <summary><c>/recuse</c>: a reviewer who is not impartial recuses themselves from a claim permanently.</summary>
public sealed class RecuseReviewer(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("recuse", "Keep out of a claim in which you are not impartial")
    {
        ActsOn = me => c => c.SubmittedBy != me,
        RequiredRole = DeskRole.Reviewer,
        Stages = Stages.ToRecuse,
        Options =
        [
            new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>(),
            new OptionSpec("reason", "Why, if you want to say"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        var hadVoted = claim.Stage == Stage.Open && claim.BallotsOfRound.Any(b => b.Reviewer == request.Person.Id);
        await db.ApplyAsync(team, request, claim, new ReviewerRecused(request.FindText("reason", Claim.MaxReason)), cancellationToken);
        Words vote = hadVoted ? (Words)$" Your vote stays on record and no longer counts." : $"";
        return Reply.Say($"You keep out of {claim.Name}: nobody gives it to you any more, and you cannot vote on it.{vote}");
    }
}
