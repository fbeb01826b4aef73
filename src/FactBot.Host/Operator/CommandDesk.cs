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

    public static CommandDesk Open()
    {
        var builder = FactBotHost.CreateBuilder([]);
        builder.Logging.ClearProviders();
        return new(builder.Build());
    }

    /// <summary>A database in any file; each connection is closed for good with it.</summary>
    public SqliteDeskContext At(string path) => new(
        new DbContextOptionsBuilder<SqliteDeskContext>()
            .UseSqlite(new SqliteConnectionStringBuilder(DatabaseFile.ConnectionString(path)) { Pooling = false }.ToString()).Options,
        Services.GetRequiredService<WriteTurn>(),
        Services.GetRequiredService<TimeProvider>());

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
    }
}
