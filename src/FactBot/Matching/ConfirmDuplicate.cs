using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Matching;

/// <summary>“Same as #n” on a duplicate suggestion: the person picks the earlier claim instead of submitting another.</summary>
public sealed class ConfirmDuplicate(FactBotDbContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("claim same", "Go with the earlier claim") { Kind = CommandKind.ButtonOnly };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var suggestion = await db.GetOfferAsync(request, cancellationToken);
        var claim = await db.GetClaimAsync($"{suggestion.Offered}", cancellationToken);
        suggestion.Answer(isSame: true);
        new ClaimMatcher(db).Lead(suggestion.Text, claim, request.Person.Id);
        if (MatchLine.VerdictOf(claim, time.GetUtcNow()) is not null)
        {
            await db.RecordAsync(team, request, "found the same as what was to be submitted", $"claim {claim.Name}", cancellationToken);
            return Reply.Say(
                $"{claim.Name} was checked already.", new Button($"Read its verdict", Verdicts.ShowVerdict.Spec.Name, ("claim", claim.Name)) { Look = ButtonLook.Main });
        }

        if (Stages.ToWant.Contains(claim.Stage) && claim.Upvotes.All(u => u.Person != request.Person.Id))
        {
            await db.ApplyAsync(team, request, claim, new ClaimUpvoted(), cancellationToken);
            return Reply.Say($"{claim.Name} counts your wish that it be checked; follow it with {new CommandName("claim show")}.");
        }

        await db.RecordAsync(team, request, "found the same as what was to be submitted", $"claim {claim.Name}", cancellationToken);
        return Reply.Say($"Nothing new was submitted; follow {claim.Name} with {new CommandName("claim show")}.");
    }
}
