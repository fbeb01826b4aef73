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

/// <summary>The bot's settings and database for a command that does not start the bot.</summary>
internal sealed class CommandDesk : IAsyncDisposable
{
    private readonly IHost host;

    private CommandDesk(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    /// <summary>Where the settings say that the database is.</summary>
    public string Path => Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;

    /// <exception cref="OptionsValidationException">It cannot be told where the database is.</exception>
    public static CommandDesk Open()
    {
        var builder = FactBotHost.CreateBuilder([]);
        builder.Logging.ClearProviders();
        var faults = Setting.All.Where(s => s.Section == StorageOptions.Section).Select(s => s.FindFault(builder.Configuration)).OfType<string>().ToList();
        return faults.Count == 0 ? new(builder.Build()) : throw new OptionsValidationException(StorageOptions.Section, typeof(StorageOptions), faults);
    }

    /// <summary>A database in any file; each connection is closed for good with it.</summary>
    public SqliteDeskContext At(string path) => new(
        new DbContextOptionsBuilder<SqliteDeskContext>()
            .UseSqlite(new SqliteConnectionStringBuilder(DatabaseFile.ConnectionString(path)) { Pooling = false }.ToString()).Options,
        Services.GetRequiredService<WriteTurn>(),
        Services.GetRequiredService<TimeProvider>());

    /// <summary>
    /// The bot's own database, to read from: all that is read is of one moment, without keeping the bot from writing.
    /// </summary>
    /// <exception cref="DatabaseException">It cannot be read, or is not of this version.</exception>
    public async Task<SqliteDeskContext> ReadDatabaseAsync(CancellationToken cancel)
    {
        var db = At(Path);
        await DatabaseFile.CheckAsync(db, Path, cancel);
        if (!File.Exists(Path) || (await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            throw new DatabaseException($"The database {Path} is new or of an older FactBot. Bring it to this version with migrate first.");
        }

        await DatabaseFile.HoldMomentAsync(db, cancel);
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
