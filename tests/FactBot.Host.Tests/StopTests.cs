using System.Diagnostics;
using System.Text.Json.Nodes;
using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests;

/// <summary>The bot's process is asked to stop, and another follows.</summary>
public sealed class StopTests : IDisposable
{
    private readonly HostProcess host = new();

    private string Database => Path.Combine(host.Folder, "desk.db");

    [Fact]
    public async Task A_stop_finishes_what_was_acknowledged()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.StartBot([.. Settings(newsroom), ("FACTBOT_Logging__LogLevel__Microsoft.Hosting", "Information")]);
        await SubmitFirstAsync(newsroom);
        var promised = await CountPromisesAsync(newsroom);

        await using var held = new SqliteConnection($"Data Source={Database};Pooling=False");
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(held, "BEGIN IMMEDIATE");
        var asked = newsroom.Fay.SubmitsAsync("Nine ferries left the harbour on Friday.");
        await Newsroom.UntilAsync(async () => await CountPromisesAsync(newsroom) > promised);
        Terminate(bot);
        await Newsroom.UntilAsync(() => Task.FromResult(host.Said.Any(line => line?.Contains("shutting down", StringComparison.Ordinal) == true)));
        await RunAsync(held, "ROLLBACK");

        var answer = (await asked).Text;
        Assert.True(answer.StartsWith("Claim #2", StringComparison.Ordinal), $"{answer}\n{string.Join('\n', host.Said)}");
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public async Task A_stop_takes_ten_seconds_at_most_whatever_waits()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var bot = host.StartBot(Settings(newsroom));
        await SubmitFirstAsync(newsroom);
        var promised = await CountPromisesAsync(newsroom);

        await using var held = new SqliteConnection($"Data Source={Database};Pooling=False");
        await held.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(held, "BEGIN IMMEDIATE");
        var asked = Task.WhenAll(Enumerable.Range(0, 100).Select(i => newsroom.Fay.SubmitsAsync($"{i} ferries left the harbour on Friday.")));
        await Newsroom.UntilAsync(async () => await CountPromisesAsync(newsroom) >= promised + 90);
        var began = TimeProvider.System.GetTimestamp();
        Terminate(bot);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        // Two seconds for a busy machine.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(12));
        await RunAsync(held, "ROLLBACK");
        await asked;
    }

    [Fact]
    public async Task In_a_rolling_restart_the_next_bot_goes_on_where_the_last_one_stopped()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        using var old = host.StartBot(Settings(newsroom));
        await SubmitFirstAsync(newsroom);
        using var next = host.StartBot(Settings(newsroom));
        try
        {
            await Newsroom.UntilAsync(() => Task.FromResult(DatabaseHold.IsAwaited(Database)));
            List<Answer> answers = [];
            for (var i = 0; i < 10; i++)
            {
                answers.Add(await newsroom.Ben.AsksAsync("evidence add", ("claim", "1"), ("url", $"https://factbot.invalid/{i}"), ("stance", "supports")));
                if (i == 3)
                {
                    Terminate(old);
                    newsroom.Hurry();
                }
            }

            await old.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, old.ExitCode);
            Assert.False(next.HasExited);
            // What came as the old one left may have been done without an answer; what was answered is there.
            var told = answers.Count(a => a.Text.StartsWith("Source ", StringComparison.Ordinal));
            Assert.InRange(new BotDatabase(Database).Count("SELECT count(*) FROM Sources"), told, answers.Count);
            Assert.InRange(told, 8, 10);
            Assert.StartsWith("Source ", answers[^1].Text, StringComparison.Ordinal);
            var traffic = await newsroom.TrafficAsync();
            Assert.SkipWhen(traffic.Any(IsByDiscordNet), "Discord.Net cannot go on with the session of another process; it begins one of its own.");
            // The next one goes on with the session of the last, so that what came between the two is replayed to it.
            var introductions = traffic.Where(t => (string?)t["from"] == "bot").Select(t => (int?)t["frame"]?["op"]).Where(op => op is 2 or 6);
            Assert.Equal([2, 6], introductions);
        }
        finally
        {
            next.Kill();
            await next.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        host.Dispose();
    }

    private static async Task SubmitFirstAsync(Newsroom newsroom)
    {
        await Newsroom.UntilAsync(async () => (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text.StartsWith("Claim #1", StringComparison.Ordinal));
        await newsroom.Ada.TriagesAsync(1, "accept");
    }

    /// <summary>How often the bot promised an answer for later.</summary>
    private static async Task<int> CountPromisesAsync(Newsroom newsroom) => (await newsroom.TrafficAsync()).Count(t =>
        ((string?)t["path"])?.EndsWith("/callback", StringComparison.Ordinal) == true && (int?)t["request"]?["type"] == 5);

    private static bool IsByDiscordNet(JsonObject exchange) =>
        ((string?)exchange["requestHeaders"]?["User-Agent"])?.Contains("Discord.Net", StringComparison.Ordinal) == true;

    /// <summary>As systemd and Docker ask for it.</summary>
    private static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private (string, string)[] Settings(Newsroom newsroom) =>
        [("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()), ("FACTBOT_Storage__Path", Database)];
}
