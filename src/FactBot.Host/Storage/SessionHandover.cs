using FactBot.Discord.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Storage;

/// <summary>Hands sessions over to the waiting process through the database, as in a rolling restart.</summary>
internal sealed class SessionHandover(IServiceScopeFactory scopes, IOptions<StorageOptions> storage) : ISessionHandover
{
    public bool IsAwaited => DatabaseHold.IsAwaited(storage.Value.Path);

    public async Task LeaveAsync(Shard shard, LeftSession session, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        await db.SessionsLeft.Where(s => s.Id == shard.Id).ExecuteDeleteAsync(cancellationToken);
        db.SessionsLeft.Add(new SessionLeft { Id = shard.Id, Shards = shard.Count, Session = session });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<LeftSession?> TakeAsync(Shard shard, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        if (await db.SessionsLeft.FindAsync([shard.Id], cancellationToken) is not { } left)
        {
            return null;
        }

        db.SessionsLeft.Remove(left);
        await db.SaveChangesAsync(cancellationToken);
        return left.Shards == shard.Count ? left.Session : null;
    }
}
