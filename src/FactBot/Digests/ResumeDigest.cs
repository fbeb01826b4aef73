using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary><c>/digest resume</c>: ends a pause.</summary>
public sealed class ResumeDigest(DeskContext db, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest resume", "End a pause of the digest")
    {
        Who = DeskRole.Editor,
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        if (!team.Digests.IsPaused(time.GetUtcNow()))
        {
            throw new DeskRuleException($"The digest is not paused. {ScheduleDigest.Describe(team)}");
        }

        await db.DoAsync(team, request, new DigestsResumed(), cancel);
        return Reply.Say($"Digests go out again. {await digests.NextAsync(team, cancel)} It tells what happened meanwhile.");
    }
}
