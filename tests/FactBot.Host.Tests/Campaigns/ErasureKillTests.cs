using System.Diagnostics;
using System.Globalization;
using System.Text;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>The bot's process is killed while somebody is being forgotten, again and again; the next one goes on until nothing is left.</summary>
public sealed class ErasureKillTests : IDisposable
{
    private const string Words = "Seventeen sturgeons swam below the viaduct";

    private readonly HostProcess host = new();
    private readonly Random random = new(7);

    private string File => Path.Combine(host.Folder, "desk.db");

    [Fact]
    public async Task Killed_at_any_moment_of_a_forgetting_the_bot_finishes_it_after_its_start()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false, at: TimeProvider.System.GetUtcNow());
        var database = new BotDatabase(File);
        var bot = host.StartBot(Settings(newsroom));
        try
        {
            await UntilAsync(async () => (await newsroom.Fay.SubmitsAsync($"{Words}.")).Text.StartsWith("Claim #1", StringComparison.Ordinal));
            await newsroom.Ben.SubmitsAsync("The tram has 14 stops.");
            await newsroom.Ada.TriagesAsync(2, "accept");
            await newsroom.Fay.AsksAsync("claim want", ("claim", "2"));
            var fay = (await newsroom.Client.NamesAsync()).Single(n => n.Value == "@Fay").Key.Trim('<', '@', '>');
            await UntilAsync(async () => (await newsroom.ReadAsync("review")).Any(m => m.Text.Contains(Words, StringComparison.Ordinal)));
            Assert.NotEmpty(FilesWith(fay));

            // Killed as it erases from the tables, until that is done.
            var pressed = new List<Task>();
            for (var patience = 100; database.Count("SELECT count(*) FROM Claims WHERE Text LIKE $value", $"{Words}%") > 0; patience *= 3)
            {
                var asked = await newsroom.Fay.AsksAsync("me forget");
                await UntilAsync(async () => (asked = asked.Message is null ? await newsroom.Fay.AsksAsync("me forget") : asked).Message is not null);
                var pressing = newsroom.Fay.PressesAsync("Erase it", asked);
                bot = await KillAsync(bot, newsroom, database, patience);
                pressed.Add(pressing);
            }

            await Task.WhenAll(pressed);
            // What is left to do is written down with it, until the night.
            Assert.Equal(1, database.Count("SELECT count(*) FROM OpenErasures"));

            // Killed as it empties the log and edits what stands in the chat, and then as it writes the files anew, at its night.
            for (var i = 0; i < 4; i++)
            {
                bot = await KillAsync(bot, newsroom, database, 3000, i < 2 ? "DELETE FROM Identifies" : "UPDATE OpenErasures SET RewriteDue = 0, NextTryAt = 0");
            }

            await UntilAsync(() => Task.FromResult(database.Count("SELECT count(*) FROM OpenErasures") == 0));
            await UntilAsync(async () => (await newsroom.Fay.AsksAsync("me data")).Text.Contains("keeps nothing about you", StringComparison.Ordinal));
            Assert.Empty(FilesWith(fay));
            Assert.Empty(FilesWith(Words));
            foreach (var channel in (string[])["newsroom", "review", "verdicts", "digest"])
            {
                Assert.DoesNotContain(await newsroom.ReadAsync(channel), m => m.Json.ToJsonString().Contains(Words, StringComparison.Ordinal) || (channel != "newsroom" && m.Text.Contains(fay, StringComparison.Ordinal)));
            }

            var (exitCode, told) = await host.RunAsync("audit verify", Settings(newsroom));
            Assert.True(exitCode == 0, told);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
            bot.Dispose();
        }
    }

    public void Dispose() => host.Dispose();

    private (string, string)[] Settings(Newsroom newsroom) =>
    [
        ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
        ("FACTBOT_Storage__Path", File), ("FACTBOT_Logging__LogLevel__Default", "Error"),
    ];

    /// <summary>Ends it as a power cut does, some time from now, and starts the next.</summary>
    private async Task<Process> KillAsync(Process bot, Newsroom newsroom, BotDatabase database, int within, string meanwhile = "DELETE FROM Identifies")
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(within)), TimeProvider.System, TestContext.Current.CancellationToken);
        bot.Kill();
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        bot.Dispose();
        // The daily budget of sessions is another test's.
        database.Change("DELETE FROM Identifies");
        database.Change(meanwhile);
        newsroom.Hurry();
        return host.StartBot(Settings(newsroom));
    }

    /// <summary>The files in which an id stands as its digits or as a number, or words do.</summary>
    private List<string> FilesWith(string text)
    {
        byte[][] patterns = ulong.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? [Encoding.UTF8.GetBytes(text), FactBot.Privacy.Fingerprints.BytesOf((long)number)]
            : [Encoding.UTF8.GetBytes(text)];
        return [.. Directory.GetFiles(host.Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Where(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            return patterns.Any(p => copy.ToArray().AsSpan().IndexOf(p) >= 0);
        })];
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(3), "It did not come to it within three minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
