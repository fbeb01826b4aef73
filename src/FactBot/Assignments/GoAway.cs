using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary><c>/me away</c>: a reviewer gets no assignments until they are back.</summary>
public sealed class GoAway(FactBotDbContext db, ReviewerDirectory directory, TimeProvider time) : ICommand
{
    private const string Back = "back";

    public static CommandSpec Spec { get; } = new("me away", "Be given no reviews until a day of your choice")
    {
        RequiredRole = DeskRole.Reviewer,
        Options = [new OptionSpec("until", "2d, a date such as 2027-01-31, or “back”; empty shows it")],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var me = await directory.MeetAsync(request.Person, team, cancellationToken);
        var now = time.GetUtcNow();
        switch (request.FindText("until"))
        {
            case null:
                break;
            case var text when text.Equals(Back, StringComparison.OrdinalIgnoreCase):
                await db.ApplyAsync(team, request, me, new WentAway(null), cancellationToken);
                break;
            case var text:
                await db.ApplyAsync(team, request, me, new WentAway(DueTime.Get(text, team.Zone, now).TruncateToMilliseconds()), cancellationToken);
                break;
        }

        if (!me.IsAway(now))
        {
            return Reply.Say($"You are here, and {new CommandName("assign-auto")} can give you claims. Before you leave, say until when with **until**.");
        }

        var open = await db.Claims.CountAsync(
            c => c.Assignments.Any(a => a.Reviewer == request.Person.Id && a.State == AssignmentState.Open), cancellationToken);
        Words owed = open == 0
            ? (Words)$""
            : $" You still owe {Count.Of(open, "vote")}: see {new CommandName("queue")}, and give them to a colleague with {new CommandName("hand-over")}.";
        return Reply.Say($"You are away until {me.AwayUntil:f} and are given nothing before.{owed} Back earlier? {new CommandName("me away")} with **until:back**.");
    }
}
