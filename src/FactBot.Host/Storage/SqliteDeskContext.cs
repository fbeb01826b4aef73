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
}

/// <summary>Makes the context for <c>dotnet ef migrations add</c>.</summary>
internal sealed class SqliteDeskContextFactory : IDesignTimeDbContextFactory<SqliteDeskContext>
{
    public SqliteDeskContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteDeskContext>().UseSqlite("Data Source=:memory:").Options,
        new WriteTurn(),
        TimeProvider.System);
}
