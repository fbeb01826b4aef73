using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary><c>/digest now</c>: posts a digest at once, covering the time since the last one.</summary>
public sealed class PostDigest(FactBotDbContext db, DueDigests digests) : ICommand
{
    /// <summary>Several editors may ask at the same moment, or one twice; they want the same digest.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    public static CommandSpec Spec { get; } = new("digest now", "Post a digest now, of what came since the last one")
    {
        RequiredRole = DeskRole.Editor,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var context = db.ContextFor(team, request);
        var last = await db.Digests.Where(d => d.Kind == DigestKind.AskedFor).MaxAsync(d => (DateTimeOffset?)d.Until, cancellationToken);
        if (context.At - last < Moment)
        {
            return Reply.Say($"A digest has just gone out to {team.DigestChannel}. The next one can follow in a minute.");
        }

        var digest = Digest.AskedFor(team.Id, request.Id, await digests.EndOfLastAsync(team, cancellationToken), context.At);
        db.Digests.Add(digest);
        db.Record(context, new DigestMade(digest.Kind, digest.Key, digest.Due, digest.From));
        await db.SaveChangesAsync(cancellationToken);
        return Reply.Say($"The digest goes out to {team.DigestChannel}. {await digests.NextAsync(team, cancellationToken)} It begins where this one ends.");
    }
}
