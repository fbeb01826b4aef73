using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary><c>/digest now</c>: posts a digest at once, covering the time since the last one.</summary>
public sealed class PostDigest(DeskContext db, DueDigests digests) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest now", "Post a digest now, of what came since the last one")
    {
        Who = DeskRole.Editor,
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var act = db.ActOf(team, request);
        var digest = Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancel), act.At);
        db.Digests.Add(digest);
        db.Record(act, new DigestMade(digest.Kind, digest.Key, digest.Due, digest.From));
        await db.SaveChangesAsync(cancel);
        return Reply.Say($"The digest goes out to {team.DigestChannel}. {await digests.NextAsync(team, cancel)} It begins where this one ends.");
    }
}
