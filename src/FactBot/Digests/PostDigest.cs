using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Digests;

/// <summary><c>/digest now</c>: posts a digest at once, covering the time since the last one.</summary>
public sealed class PostDigest(FactBotDbContext db, DueDigests digests) : ICommand
{
    public static CommandSpec Spec { get; } = new("digest now", "Post a digest now, of what came since the last one")
    {
        RequiredRole = DeskRole.Editor,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var context = db.ContextFor(team, request);
        var digest = Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancellationToken), context.At);
        db.Digests.Add(digest);
        db.Record(context, new DigestMade(digest.Kind, digest.Key, digest.Due, digest.From));
        await db.SaveChangesAsync(cancellationToken);
        return Reply.Say($"The digest goes out to {team.DigestChannel}. {await digests.NextAsync(team, cancellationToken)} It begins where this one ends.");
    }
}
