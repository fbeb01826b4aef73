using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Storage;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    private string DatabasePath => Path.Combine(folder, "deep", "desk.db");

    [Fact]
    public async Task A_missing_file_is_made_with_its_folder_and_opens_again()
    {
        await PrepareAsync();
        await PrepareAsync();
        Assert.True(File.Exists(DatabasePath));
        Assert.Equal("wal", await AskAsync("PRAGMA journal_mode"));
        Assert.Equal("2", await AskAsync("PRAGMA synchronous"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_stays_as_it_is() =>
        await RefusesAsync("not a SQLite database", () => File.WriteAllText(DatabasePath, "Dear diary, today we checked a fact."));

    [Fact]
    public async Task A_damaged_database_stops_the_start_and_stays_as_it_is() => await RefusesAsync("damaged", () =>
    {
        PrepareAsync().GetAwaiter().GetResult();
        var bytes = File.ReadAllBytes(DatabasePath);
        new Random(1).NextBytes(bytes.AsSpan(100, bytes.Length - 100));
        File.WriteAllBytes(DatabasePath, bytes);
    });

    [Fact]
    public async Task A_truncated_database_stops_the_start_and_stays_as_it_is() => await RefusesAsync("damaged", () =>
    {
        PrepareAsync().GetAwaiter().GetResult();
        File.WriteAllBytes(DatabasePath, File.ReadAllBytes(DatabasePath)[..6000]);
    });

    [Fact]
    public async Task A_newer_database_stops_the_start_and_stays_as_it_is() => await RefusesAsync("newer FactBot", () =>
    {
        PrepareAsync().GetAwaiter().GetResult();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0.0')");
    });

    [Fact]
    public async Task A_database_with_a_trigger_that_would_bend_the_record_stops_the_start() => await RefusesAsync("trigger that isn't FactBot's, “bend”", () =>
    {
        PrepareAsync().GetAwaiter().GetResult();
        Execute("CREATE TRIGGER bend AFTER INSERT ON Audit BEGIN DELETE FROM Claims; END");
    });

    [Fact]
    public async Task Another_program_s_database_stops_the_start_and_stays_as_it_is() =>
        await RefusesAsync("not FactBot's", () => Execute("CREATE TABLE recipes (id INTEGER)"));

    [Fact]
    public async Task The_migrations_make_the_model_that_the_code_has()
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task What_a_command_reads_is_of_one_moment_though_the_bot_goes_on_writing()
    {
        await PrepareAsync();
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        await DatabaseFile.HoldMomentAsync(db, TestContext.Current.CancellationToken);
        var before = await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken);

        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_WrittenMeanwhile', '99.0.0')");
        Assert.Equal(before, await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RefusesAsync(string expected, Action make)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        make();
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(DatabasePath, TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DatabaseException>(PrepareAsync);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("left as it was", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath, TestContext.Current.CancellationToken));
    }

    private async Task PrepareAsync()
    {
        await using var services = Services();
        await DatabaseFile.PrepareAsync(services, DatabasePath, CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<FactBot.Storage.WriteTurn>()
        .AddDbContext<SqliteFactBotDbContext>(o => o.UseSqlite(DatabaseFile.ConnectionString(DatabasePath)))
        .BuildServiceProvider();

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection(DatabaseFile.ConnectionString(DatabasePath));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
