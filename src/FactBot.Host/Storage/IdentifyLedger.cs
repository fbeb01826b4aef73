using FactBot.Discord.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Storage;

/// <summary>Stores the starts of gateway sessions in the database, so that Discord's daily limit holds across restarts.</summary>
internal sealed class IdentifyLedger(IServiceScopeFactory scopes, TimeProvider time) : IIdentifyLedger
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);

    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        return await db.Identifies.Select(i => i.At).ToListAsync(cancellationToken);
    }

    public async Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        var old = time.GetUtcNow() - Kept;
        db.Identifies.RemoveRange(await db.Identifies.Where(i => i.At < old).ToListAsync(cancellationToken));
        db.Identifies.Add(new Identify { At = at });
        await db.SaveChangesAsync(cancellationToken);
    }
}
