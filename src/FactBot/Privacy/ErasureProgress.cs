using FactBot.Chat;
using FactBot.Domain;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>How far the removal of an erased person's traces has come.</summary>
internal sealed class ErasureProgress(FactBotDbContext db, TimeProvider time)
{
    /// <summary>Says that nothing is kept about them, and what is still to be done after their erasure.</summary>
    public async Task<Words> TellAsync(PersonId person, CancellationToken cancellationToken)
    {
        var erasures = (await db.OpenErasures.AsNoTracking().Where(e => e.PersonHash != null).ToListAsync(cancellationToken)).FindAll(e => e.IsOf(person));
        if (erasures.Count == 0)
        {
            return $"FactBot keeps nothing about you in this server.";
        }

        var first = erasures[0];
        var waiting = await db.Posts.CountAsync(p => p.ErasedBy >= first.Id || p.ThreadErasedBy >= first.Id, cancellationToken);
        Words chat = waiting == 0 ? (Words)$"Messages in Discord: done." : $"Messages in Discord still to be changed: {waiting}.";
        Words files = erasures.TrueForAll(e => e.IsOutOfFiles) ? (Words)$"The database’s files: done."
            : erasures.Max(e => e.RewriteDue) is var due && due > time.GetUtcNow() ? (Words)$"The database’s files are written anew {due:R}, so that no trace stays in them."
            : $"The database’s files are being written anew, so that no trace stays in them.";
        return $"FactBot keeps nothing about you in this server any more. You were forgotten {first.At:R}, and the last traces are being removed.\n{chat}\n{files}";
    }
}
