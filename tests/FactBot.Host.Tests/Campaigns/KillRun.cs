using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>One seeded run on one desk: four people work without a pause, and the bot under them is killed again and again.</summary>
internal sealed class KillRun(Newsroom newsroom, HostProcess host, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random random = new(seed);
    private readonly ConcurrentQueue<(Effect Effect, int Least, int Most)> due = [];
    private readonly BotDatabase database = new(Path.Combine(host.Folder, "desk.db"));
    private int acts;
    private int acknowledged;
    private int kills;
    private int whileStarting;

    public async Task PlayAsync(int times)
    {
        using var stop = new CancellationTokenSource();
        var bot = host.StartBot(Settings);
        await UntilAsync(async () => (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text.StartsWith("Claim #1", StringComparison.Ordinal));
        await newsroom.Ada.TriagesAsync(1, "accept");
        await newsroom.Chi.AddsSourceAsync(1, "https://factbot.invalid/first");
        Task[] people = [WorkAsync(SubmitAsync, stop.Token), WorkAsync(VoteAsync, stop.Token), .. Actors().Select(a => WorkAsync(() => AddSourceAsync(a), stop.Token))];
        for (kills = 0; kills < times; kills++)
        {
            await WaitForMomentAsync();
            bot.Kill();
            await bot.WaitForExitAsync();
            bot.Dispose();
            // The daily budget of sessions is another test's; here it would only make the next start wait.
            database.Change("DELETE FROM Identifies");
            newsroom.Hurry();
            bot = host.StartBot(Settings);
        }

        await stop.CancelAsync();
        await Task.WhenAll(people);
        await UntilAsync(() => Task.FromResult(database.Count("SELECT count(*) FROM Posts WHERE Shown < Wanted OR (WantsThread AND Thread IS NULL)") == 0));
        bot.Kill();
        await bot.WaitForExitAsync();
        bot.Dispose();
    }

    /// <summary>Names all that is not as it should be.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        var verified = await host.RunAsync("audit verify", Settings);
        var claims = database.Read("SELECT '#' || Number || ' · ' || Stage FROM Claims ORDER BY Number");
        var cards = (await newsroom.ReadAsync("review")).Select(m => m.Text.Split('\n')[0]).ToList();
        return
        [
            .. from effect in due
               let count = database.Count(effect.Effect.Sql, effect.Effect.Mark)
               where count < effect.Least || count > effect.Most
               select $"“{effect.Effect.Mark}” is there {count} times, not {effect.Least} to {effect.Most} times",
            .. verified.ExitCode == 0 ? Array.Empty<string>() : [verified.Text],
            .. database.Read("PRAGMA integrity_check") is ["ok"] ? Array.Empty<string>() : ["the database is damaged"],
            .. database.Read("PRAGMA foreign_key_check").Select(f => $"a key in {f} leads nowhere"),
            .. claims.Order().SequenceEqual(cards.Order()) ? Array.Empty<string>()
                : [$"the claims are {string.Join(", ", claims)}, and their cards {string.Join(", ", cards)}"],
        ];
    }

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"killed {kills} times, {whileStarting} of them while it started; {acts} changes asked for, {due.Count(d => d.Least == 1)} acknowledged, {due.Sum(d => database.Count(d.Effect.Sql, d.Effect.Mark))} there, each once");

    /// <summary>Mostly in the middle of work; now and then while it starts.</summary>
    private async Task WaitForMomentAsync()
    {
        if (random.Next(6) == 0)
        {
            whileStarting++;
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(3000)), TimeProvider.System);
            return;
        }

        var enough = Volatile.Read(ref acknowledged) + random.Next(1, 12);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref acknowledged) >= enough));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100)), TimeProvider.System);
    }

    private (string, string)[] Settings =>
    [
        ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
        ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")), ("FACTBOT_Logging__LogLevel__Default", "Error"),
    ];

    private Actor[] Actors() => [newsroom.Chi, newsroom.Dee];

    private static async Task WorkAsync(Func<Task> actAsync, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await actAsync();
        }
    }

    private async Task SubmitAsync()
    {
        // Words that no other claim has, so that none is offered as said before.
        var text = string.Join(' ', Enumerable.Range(0, 4).Select(_ => Guid.NewGuid().ToString("N")[..9]));
        await AskAsync(() => newsroom.Fay.SubmitsAsync(text), Effect.Claim(text));
        // Cards are posted one a second, as Discord allows; more claims would only wait.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
    }

    private Task VoteAsync()
    {
        var reason = $"Vote {acts} of seed {seed}, after {kills} kills";
        return AskAsync(
            () => newsroom.Ben.AsksAsync("vote", ("claim", "1"), ("rating", "false"), ("reason", reason)), Effect.Ballot(reason));
    }

    private Task AddSourceAsync(Actor who)
    {
        var url = $"https://factbot.invalid/{seed}/{kills}/{Guid.NewGuid():N}";
        return AskAsync(() => who.AddsSourceAsync(1, url), Effect.Source(url));
    }

    private async Task AskAsync(Func<Task<Answer>> askAsync, Effect effect)
    {
        Interlocked.Increment(ref acts);
        var answer = await askAsync();
        var isDone = answer.Outcome == "replied" && answer.Text.Contains(effect.SaysDone, StringComparison.Ordinal);
        var mayBeDone = isDone || answer.Outcome == "failed";
        due.Enqueue((effect, isDone ? 1 : 0, mayBeDone ? 1 : 0));
        if (isDone)
        {
            Interlocked.Increment(ref acknowledged);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "It did not come to it within three minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
