using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary><c>/me away</c>: a reviewer gets no assignments until they are back.</summary>
public sealed class GoAway(DeskContext db, Roster roster, TimeProvider time) : ICommand
{
    private const string Back = "back";

    public static CommandSpec Spec { get; } = new("me away", "Be given no reviews until a day of your choice")
    {
        Who = DeskRole.Reviewer,
        Options = [new OptionSpec("until", "2d, a date such as 2027-01-31, or “back”; empty shows it")],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var me = await roster.MeetAsync(request.Person, team, cancel);
        var now = time.GetUtcNow();
        switch (request.FindText("until"))
        {
            case null:
                break;
            case var text when text.Equals(Back, StringComparison.OrdinalIgnoreCase):
                await db.DoAsync(team, request, me, new WentAway(null), cancel);
                break;
            case var text:
                await db.DoAsync(team, request, me, new WentAway(DueTime.Get(text, team.Zone, now).Kept()), cancel);
                break;
        }

        if (!me.IsAway(now))
        {
            return Reply.Say($"You are here, and {new CommandName("assign-auto")} can give you claims. Before you leave, say until when with **until**.");
        }

        var open = await db.Claims.CountAsync(
            c => c.Assignments.Any(a => a.Reviewer == request.Person.Id && a.State == AssignmentState.Open), cancel);
        Words duties = open == 0
            ? (Words)$""
            : $" You still owe {Count.Of(open, "vote")}: see {new CommandName("queue")}, and give them to a colleague with {new CommandName("hand-over")}.";
        return Reply.Say($"You are away until {me.AwayUntil:f} and are given nothing before.{duties} Back earlier? {new CommandName("me away")} with **until:back**.");
    }
}
