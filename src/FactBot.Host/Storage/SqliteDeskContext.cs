using FactBot.Claims;
using FactBot.Matching;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FactBot.Host.Storage;

/// <summary>The desk on SQLite.</summary>
public sealed class SqliteDeskContext(DbContextOptions<SqliteDeskContext> options, WriteTurn turn, TimeProvider time)
    : DeskContext(options, turn, time)
{
    /// <summary>Which sessions of the gateway were begun of late.</summary>
    public DbSet<Identify> Identifies => Set<Identify>();

    public override IClaimSearch ClaimSearch => new ClaimSearch(this);

    /// <summary>Saves, and brings the index of claims along in the same transaction.</summary>
    protected override async Task<int> SaveInTurnAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        var changed = ChangeTracker.Entries<Claim>()
            .Where(c => c.State == EntityState.Added || c.Entity.Verdicts.Any(v => Entry(v).State == EntityState.Added))
            .Select(c => c.Entity).ToList();
        if (changed.Count == 0)
        {
            return await base.SaveInTurnAsync(acceptAllChangesOnSuccess, cancel);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        var saved = await base.SaveInTurnAsync(acceptAllChangesOnSuccess, cancel);
        var index = new ClaimSearch(this);
        foreach (var claim in changed)
        {
            await index.PutAsync(claim.Id, cancel);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }
}

/// <summary>Makes the context for <c>dotnet ef migrations add</c>.</summary>
internal sealed class SqliteDeskContextFactory : IDesignTimeDbContextFactory<SqliteDeskContext>
{
    public SqliteDeskContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteDeskContext>().UseSqlite("Data Source=:memory:").Options,
        new WriteTurn(),
        TimeProvider.System);
}
