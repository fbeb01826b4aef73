using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Digests;

/// <summary><c>/digest resume</c>: ends a pause.</summary>
public sealed class ResumeDigest(FactBotDbContext db, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest resume", "End a pause of the digest")
    {
        RequiredRole = DeskRole.Editor,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (!team.Digests.IsPaused(time.GetUtcNow()))
        {
            throw new DeskRuleException($"The digest is not paused. {ScheduleDigest.Describe(team)}");
        }

        await db.ApplyAsync(team, request, new DigestsResumed(), cancellationToken);
        return Reply.Say($"Digests go out again. {await digests.NextAsync(team, cancellationToken)} It tells what happened meanwhile.");
    }
}
