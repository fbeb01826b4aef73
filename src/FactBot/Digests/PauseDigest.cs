using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Digests;

/// <summary><c>/digest pause</c>: pauses digests; the next one covers the time in between.</summary>
public sealed class PauseDigest(FactBotDbContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest pause", "No digests until a day of your choice, or until you resume them")
    {
        RequiredRole = DeskRole.Editor,
        Options = [new OptionSpec("until", "3d or a date such as 2027-01-31, which is the last day without; empty for until /digest resume")],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var until = request.FindText("until") is { } text ? DueTime.Get(text, team.Zone, time.GetUtcNow()) : (DateTimeOffset?)null;
        await db.ApplyAsync(team, request, new DigestsPaused(until), cancellationToken);
        Words end = until is null
            ? (Words)$"until somebody uses {new CommandName("digest resume")}"
            : $"until {until:f}; {new CommandName("digest resume")} ends that earlier";
        return Reply.Say($"No digest goes out {end}. The next one tells all that happened meanwhile.");
    }
}
