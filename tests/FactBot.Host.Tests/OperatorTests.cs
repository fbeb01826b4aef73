using System.Text.RegularExpressions;
using FactBot.Host.Tests.Stories;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests;

/// <summary>What whoever runs the bot asks of the program, as its own process.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly HostProcess host = new();

    private string Database => Path.Combine(host.Folder, "desk.db");

    private string Backup => Path.Combine(host.Folder, "backup.db");

    [Fact]
    public async Task A_backup_taken_while_people_work_holds_all_that_was_acknowledged_before_and_can_be_restored()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.Start("run", Settings(newsroom));
        var acknowledged = 0;
        int before;
        try
        {
            await Newsroom.UntilAsync(async () => await TrySubmitAsync(newsroom, "The tram has 14 stops."));
            using var stop = new CancellationTokenSource();
            var work = Task.Run(
                async () =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        if (await TrySubmitAsync(newsroom, $"The tram has {acknowledged + 15} stops."))
                        {
                            Interlocked.Increment(ref acknowledged);
                        }
                    }
                },
                TestContext.Current.CancellationToken);
            await Newsroom.UntilAsync(() => Task.FromResult(acknowledged >= 5));
            before = acknowledged;
            Assert.Contains("it is whole", (await DoAsync($"backup {Backup}")).Text, StringComparison.Ordinal);
            await stop.CancelAsync();
            await work;
            Assert.Contains("Another FactBot works on the database", (await DoAsync($"restore {Backup}", 3)).Text, StringComparison.Ordinal);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("What was there is kept as", (await DoAsync($"restore {Backup}")).Text, StringComparison.Ordinal);
        Assert.Contains("whole, up to entry", (await DoAsync("audit verify")).Text, StringComparison.Ordinal);
        Assert.InRange(Count("SELECT count(*) FROM Claims"), before + 1, acknowledged + 1);
        Assert.Equal("ok", Read("PRAGMA integrity_check"));
        Assert.Contains("is there already", (await DoAsync($"backup {Backup}", 3)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_damaged_is_not_restored_and_the_database_stays_as_it_was()
    {
        await DoAsync("migrate");
        await DoAsync($"backup {Backup}");
        var bytes = await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)7, 4096, 8192);
        var damaged = Path.Combine(host.Folder, "damaged.db");
        await File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);

        Assert.Contains("damaged", (await DoAsync($"restore {damaged}", 3)).Text, StringComparison.Ordinal);
        Assert.Contains("There is no backup", (await DoAsync("restore nowhere.db", 3)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(host.Folder), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_names_what_is_wrong_and_what_to_do()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        Assert.Contains("the token is that of", (await DoAsync("check", 0, Settings(newsroom))).Text, StringComparison.Ordinal);
        Assert.Contains("does not know the token", (await DoAsync("check", 1, [.. Settings(newsroom), ("FACTBOT_Discord__Token", "wrong")])).Text, StringComparison.Ordinal);
        Assert.Contains("Server Members Intent", (await DoAsync("check", 1, [.. Settings(newsroom), ("FACTBOT_Discord__Intents", "Guilds, GuildMembers")])).Text, StringComparison.Ordinal);
        Assert.Contains("Discord:Shrads is no setting", (await DoAsync("check", 1, [.. Settings(newsroom), ("FACTBOT_Discord__Shrads", "4")])).Text, StringComparison.Ordinal);
        Assert.Contains("Check that this machine may reach", (await DoAsync("check", 1, [.. Settings(newsroom), ("FACTBOT_Discord__ApiUrl", "http://127.0.0.1:9")])).Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Database), "a check made a database");
    }

    [Fact]
    public async Task A_setting_that_is_none_stops_the_start_with_those_there_are()
    {
        var (_, text) = await DoAsync("run", 2, ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Web__Port", "8080"));
        Assert.Contains("Web:Port is no setting of FactBot; in Web there are Url.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_bots_do_not_work_on_one_database()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.Start("", Settings(newsroom));
        try
        {
            await Newsroom.UntilAsync(async () => await TrySubmitAsync(newsroom, "The tram has 14 stops."));
            Assert.Contains("Another FactBot works on the database", (await DoAsync("run", 3, [.. Settings(newsroom), ("FACTBOT_Storage__Handover", "00:00:00")])).Text, StringComparison.Ordinal);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_second_bot_does_not_begin_anew_where_database_and_lock_of_a_running_one_were_deleted()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.Start("", Settings(newsroom));
        try
        {
            await Newsroom.UntilAsync(async () => await TrySubmitAsync(newsroom, "The tram has 14 stops."));
            File.Delete(Database);
            File.Delete($"{Database}.lock");
            var second = (await DoAsync("run", 3, [.. Settings(newsroom), ("FACTBOT_Storage__Handover", "00:00:00")])).Text;
            Assert.Contains("is gone, and its journal", second, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", second, StringComparison.Ordinal);
            Assert.False(File.Exists(Database));
            Assert.False(bot.HasExited);
            Assert.StartsWith("Not saved: ", (await newsroom.Fay.SubmitsAsync("The tram has 15 stops.")).Text, StringComparison.Ordinal);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_trail_that_lost_its_end_is_named_by_the_head_that_was_noted_before()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        using (var now = new SqliteConnection($"Data Source={newsroom.Database.File};Pooling=False"))
        using (var earlier = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            now.Open();
            earlier.Open();
            now.BackupDatabase(earlier);
        }

        await newsroom.Ben.VotesAsync(1, "true");
        var (_, told) = await DoAsync("audit verify", 0, ("FACTBOT_Storage__Path", newsroom.Database.File));
        var match = Regex.Match(told, @"whole, up to entry (\d+), ([0-9a-f]{16})\.");
        var head = $"{match.Groups[1]}:{match.Groups[2]}";
        var (_, held) = await DoAsync($"audit verify --head {head}", 0, ("FACTBOT_Storage__Path", newsroom.Database.File));
        Assert.DoesNotContain("No trail has", held, StringComparison.Ordinal);

        // All that is left fits together, so that only who noted the head knows.
        Assert.Contains("whole, up to entry", (await DoAsync("audit verify")).Text, StringComparison.Ordinal);
        var (_, cut) = await DoAsync($"audit verify --head {head}", 1);
        Assert.Contains($"No trail has entry {match.Groups[1]}, {match.Groups[2]}: its end was cut off or lost", cut, StringComparison.Ordinal);

        // A head with another hash is one of a trail that was written anew.
        var (_, anew) = await DoAsync($"audit verify --head {match.Groups[1]}:{new string('0', 16)}", 1, ("FACTBOT_Storage__Path", newsroom.Database.File));
        Assert.Contains("or it was written anew", anew, StringComparison.Ordinal);
        foreach (var given in (string[])["yesterday", "0:1f2e3d4c5b6a7988"])
        {
            var (exitCode, none) = await host.RunAsync($"audit verify --head {given}", ("FACTBOT_Storage__Path", Database));
            Assert.NotEqual(0, exitCode);
            Assert.Contains($"“{given}” is no head of a trail", none, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", none, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        host.Dispose();
    }

    private static async Task<bool> TrySubmitAsync(Newsroom newsroom, string text) =>
        (await newsroom.Fay.SubmitsAsync(text)).Text.StartsWith("Claim #", StringComparison.Ordinal);

    private (string, string)[] Settings(Newsroom newsroom) =>
        [("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()), ("FACTBOT_Storage__Path", Database)];

    private async Task<(int ExitCode, string Text)> DoAsync(string command, int expected = 0, params (string, string)[] settings)
    {
        var (exitCode, text) = await host.RunAsync(command, [("FACTBOT_Storage__Path", Database), .. settings]);
        Assert.True(expected == exitCode, $"{command} ended with {exitCode}: {text}");
        return (exitCode, text);
    }

    private long Count(string sql) => (long)ReadValue(sql)!;

    private string Read(string sql) => (string)ReadValue(sql)!;

    private object? ReadValue(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input: the statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
