using FactBot.Host.Settings;
using FactBot.Host.Storage;
using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary>The bot's settings and database, for a command that doesn't start the bot.</summary>
internal sealed class CommandDesk : IAsyncDisposable
{
    private readonly IHost host;

    private CommandDesk(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    /// <summary>The database's path from the settings.</summary>
    public string Path => Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;

    /// <exception cref="OptionsValidationException">The settings don't say where the database is.</exception>
    public static CommandDesk Open()
    {
        var builder = FactBotHost.CreateBuilder([]);
        builder.Logging.ClearProviders();
        var faults = Setting.All.Where(s => s.Section == StorageOptions.Section).Select(s => s.FindFault(builder.Configuration)).OfType<string>().ToList();
        return faults.Count == 0 ? new(builder.Build()) : throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), faults);
    }

    /// <summary>Opens a database in any file. Its connections are closed for good when it is disposed.</summary>
    public SqliteFactBotDbContext At(string path) => new(
        new DbContextOptionsBuilder<SqliteFactBotDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder(DatabaseFile.ConnectionString(path)) { Pooling = false }.ToString()).Options,
        Services.GetRequiredService<WriteTurn>(),
        Services.GetRequiredService<TimeProvider>());

    /// <summary>
    /// Opens the bot's own database for reading. All reads see one consistent snapshot, without blocking the bot's writes.
    /// </summary>
    /// <exception cref="DatabaseException">It can't be read, or is of another version.</exception>
    public async Task<SqliteFactBotDbContext> ReadDatabaseAsync(CancellationToken cancellationToken)
    {
        var db = At(Path);
        await DatabaseFile.CheckAsync(db, Path, cancellationToken);
        if (!File.Exists(Path) || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new DatabaseException($"The database {Path} is new or of an older FactBot. Bring it to this version with migrate first.");
        }

        await DatabaseFile.HoldMomentAsync(db, cancellationToken);
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
    }
}
