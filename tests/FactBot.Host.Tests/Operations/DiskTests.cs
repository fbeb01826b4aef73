using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;
using FactBot.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Operations;

/// <summary>A disk or a file in trouble while the bot runs: it's told, and nothing is acknowledged that isn't kept.</summary>
public sealed class DiskTests : IDisposable
{
    private const string Count = "SELECT count(*) FROM Claims";

    private readonly HttpClient http = new() { BaseAddress = FreeAddress.Find() };
    private readonly KeptLogs logs = new();
    private readonly SmallFile small = new();

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task A_file_that_is_moved_or_deleted_is_told_and_what_comes_after_is_not_saved(string ending)
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        var file = newsroom.Database.File + ending;
        File.Move(file, $"{file}.aside");

        await NotSavedAsync(newsroom, "was moved or deleted", "was moved, deleted or replaced");
        Assert.Single(logs.Take(), line => line.Contains("The database is in trouble", StringComparison.Ordinal));

        File.Move($"{file}.aside", file);
        await SavedAgainAsync(newsroom);
    }

    [Fact]
    public async Task A_file_that_is_replaced_by_another_is_told_and_nothing_is_added_to_that()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        var file = newsroom.Database.File;
        File.Copy(file, $"{file}.copy");
        File.Move($"{file}.copy", file, overwrite: true);
        await NotSavedAsync(newsroom, "was moved or deleted", "was moved, deleted or replaced");
        Assert.Equal(1, newsroom.Database.Count(Count));
    }

    [Fact]
    public async Task A_file_that_goes_while_a_change_is_made_is_noticed_before_it_is_acknowledged()
    {
        var thief = new Thief();
        await using var newsroom = await OpenAsync(thief);
        await newsroom.Ada.AsksAsync("help");
        thief.File = newsroom.Database.File;
        Assert.StartsWith("Not saved: ", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text, StringComparison.Ordinal);
        Assert.Null(thief.File);
    }

    [Fact]
    public async Task A_database_that_may_not_grow_is_told_as_a_full_disk()
    {
        await using var newsroom = await OpenAsync(small);
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        small.IsFull = true;
        var answer = await newsroom.Fay.SubmitsAsync(new string('x', 900) + " and it has 15 stops.");
        for (var i = 0; i < 40 && !answer.Text.StartsWith("Not saved", StringComparison.Ordinal); i++)
        {
            answer = await newsroom.Fay.SubmitsAsync($"{new string((char)('a' + (i % 26)), 900)} and it has {i} stops.");
        }

        Assert.StartsWith("Not saved: the disk is full.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(logs.Take(), line => line.Contains("The disk is full, and nothing is saved", StringComparison.Ordinal));
        small.IsFull = false;
        await SavedAgainAsync(newsroom);
    }

    [Fact]
    public async Task A_disk_without_room_for_another_file_is_told()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        // What can't be written there is as good as no room.
        Directory.CreateDirectory($"{newsroom.Database.File}.room");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync()).Status);
        Directory.Delete($"{newsroom.Database.File}.room");
        await SavedAgainAsync(newsroom);
    }

    [Fact]
    public async Task Database_and_journals_of_an_earlier_version_become_their_owner_s_alone()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        string[] files = [newsroom.Database.File, $"{newsroom.Database.File}-wal", $"{newsroom.Database.File}-shm"];
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
        foreach (var file in files)
        {
            Loosen(file, All);
        }

        await newsroom.Client.RestartAsync();
        await newsroom.Ada.AsksAsync("help");
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static void Loosen(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        logs.Dispose();
    }

    private Task<Newsroom> OpenAsync(params IInterceptor[] interceptors) => Newsroom.OpenAsync(change: services =>
    {
        services.Configure<WebOptions>(o => o.Url = http.BaseAddress!.ToString());
        services.AddSingleton<ILoggerProvider>(logs);
        services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(interceptors));
    });

    private async Task NotSavedAsync(Newsroom newsroom, string toPeople, string toOperator)
    {
        logs.Take();
        var answer = await newsroom.Fay.SubmitsAsync("The tram has 15 stops.");
        Assert.StartsWith("Not saved: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(toPeople, answer.Text, StringComparison.Ordinal);
        var (status, body) = await AskAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(toOperator, (string?)body["database"]!["about"], StringComparison.Ordinal);
        Assert.Contains(toOperator, (await newsroom.Ada.AsksAsync("desk doctor")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Not saved: ", (await newsroom.Fay.SubmitsAsync("The tram has 16 stops.")).Text, StringComparison.Ordinal);
    }

    private async Task SavedAgainAsync(Newsroom newsroom)
    {
        await Newsroom.UntilAsync(async () => (await AskAsync()).Status == HttpStatusCode.OK);
        var before = newsroom.Database.Count(Count);
        Assert.Contains("is submitted", (await newsroom.Fay.SubmitsAsync("The tram has 17 stops.")).Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, newsroom.Database.Count(Count));
    }

    private async Task<(HttpStatusCode Status, JsonObject Body)> AskAsync()
    {
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    /// <summary>Lets the database grow no further, as SQLite tells a full disk.</summary>
    private sealed class SmallFile : DbCommandInterceptor
    {
        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            using var limit = ((SqliteConnection)command.Connection!).CreateCommand();
            limit.Transaction = (SqliteTransaction?)command.Transaction;
            limit.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000";
            limit.ExecuteNonQuery();
            return new(result);
        }
    }

    /// <summary>Takes the file away at the moment in which a change is committed.</summary>
    private sealed class Thief : DbTransactionInterceptor
    {
        public string? File { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (File is { } file)
            {
                File = null;
                System.IO.File.Delete(file);
            }

            return new(result);
        }
    }
}
