using FactBot.Discord.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Storage;

/// <summary>Stores the starts of gateway sessions in the database, so that Discord's daily limit holds across restarts.</summary>
internal sealed class IdentifyLedger(IServiceScopeFactory scopes, TimeProvider time) : IIdentifyLedger
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);

    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteDeskContext>();
        return await db.Identifies.Select(i => i.At).ToListAsync(cancel);
    }

    public async Task AddAsync(DateTimeOffset at, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteDeskContext>();
        var old = time.GetUtcNow() - Kept;
        db.Identifies.RemoveRange(await db.Identifies.Where(i => i.At < old).ToListAsync(cancel));
        db.Identifies.Add(new Identify { At = at });
        await db.SaveChangesAsync(cancel);
    }
}
