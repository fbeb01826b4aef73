using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary><c>/digest now</c>: a digest at once, from the end of the last one.</summary>
public sealed class PostDigest(DeskContext db, DueDigests digests, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest now", "Post a digest now, of what came since the last one")
    {
        Who = DeskRole.Editor,
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        db.Digests.Add(Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancel), now));
        await db.RecordAsync(team, request, "asked for a digest", "digest", cancel);
        return Reply.Say($"The digest goes out to {team.DigestChannel}. {await digests.NextAsync(team, cancel)} It begins where this one ends.");
    }
}
