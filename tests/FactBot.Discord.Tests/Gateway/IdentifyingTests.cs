using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class IdentifyingTests
{
    [Fact]
    public async Task An_Identify_is_in_the_ledger_before_it_is_sent()
    {
        var written = new TaskCompletionSource();
        var ledger = new FakeLedger();
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, ledger: ledger).Start();
        var gateway = await discord.AcceptAsync();
        ledger.Before = () => written.Task;
        await gateway.SayHelloAsync();
        await gateway.SendAsync("""{"op":1}""");

        // A slow database does not keep the receiver from its work.
        await gateway.NextAsync(1);
        Assert.DoesNotContain(2, gateway.Opcodes);
        written.SetResult();

        await gateway.NextAsync(2);
        Assert.Single(ledger.Identified);
    }

    [Fact]
    public async Task A_connection_that_comes_to_nothing_uses_nothing_up()
    {
        var ledger = new FakeLedger();
        await using var discord = await FakeDiscord.StartAsync();
        discord.ClosedPath = "/first";
        var time = new ObservedTime { Skips = TimeSpan.FromMinutes(2) };
        await using var client = new Client(discord, time, ledger: ledger).Start();
        await Client.UntilAsync(() => discord.ClosedPathAttempts >= 5);
        Assert.Contains("cannot be reached", client.Gateway.Trouble, StringComparison.Ordinal);
        discord.ClosedPath = null;

        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");

        Assert.Single(ledger.Identified);
        Assert.Null(client.Gateway.Trouble);
    }

    [Fact]
    public async Task A_crash_loop_is_slowed_down_over_restarts()
    {
        var (time, ledger) = (new ObservedTime(), new FakeLedger());
        await using var discord = await FakeDiscord.StartAsync();
        for (var start = 0; start <= IdentifyBudget.Burst; start++)
        {
            await using var crashing = new Client(discord, time, ledger: ledger).Start();
            await (await discord.AcceptAsync()).OpenAsync(int.MaxValue - 1);
            await crashing.HearsAsync("READY");
        }
        await using var client = new Client(discord, time, ledger: ledger).Start();

        while (await time.NextWaitAsync() != TimeSpan.FromMinutes(1))
        {
        }
        Assert.Equal(GatewayState.Waiting, client.Gateway.State);
        Assert.StartsWith("Waiting for Discord", client.Gateway.Trouble, StringComparison.Ordinal);
        Assert.Single(client.Logs.Lines, line => line.StartsWith("Warning: No new session", StringComparison.Ordinal));
        time.Advance(TimeSpan.FromMinutes(1));
        await (await discord.AcceptAsync()).OpenAsync();
        await client.HearsAsync("READY");
    }

    [Fact]
    public async Task A_day_that_is_used_up_is_waited_out()
    {
        var time = new ObservedTime();
        var ledger = new FakeLedger(Enumerable.Repeat(time.GetUtcNow() - TimeSpan.FromHours(20), 950));
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, time, ledger: ledger).Start();

        Assert.Equal(TimeSpan.FromHours(4), await time.NextWaitAsync());
        time.Advance(TimeSpan.FromHours(4));
        await discord.AcceptAsync();

        // Discord was asked again: what it said before is of yesterday.
        Assert.Equal(2, discord.Requests.Count);
    }

    [Fact]
    public async Task A_ledger_that_fails_does_not_stop_the_bot()
    {
        var ledger = new FakeLedger { Before = () => throw new InvalidOperationException("disk full") };
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, ledger: ledger).Start();

        await (await discord.AcceptAsync()).OpenAsync();

        await client.HearsAsync("READY");
        Assert.Contains(client.Logs.Lines, line => line.StartsWith("Error: The ledger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_failing_ledger_forgets_is_counted_in_memory()
    {
        var ledger = new FakeLedger { Before = () => Task.FromException(new IOException()) };
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(
            discord, new ObservedTime { Skips = TimeSpan.FromMinutes(2) }, ledger: ledger).Start();
        for (var start = 0; start <= IdentifyBudget.Burst; start++)
        {
            var gateway = await discord.AcceptAsync();
            await gateway.OpenAsync(int.MaxValue - 1);
            await gateway.SendAsync("""{"op":9,"d":false}""");
        }

        await Client.UntilAsync(() => client.Logs.Lines.Any(
            line => line.StartsWith("Warning: No new session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_ledger_that_never_answers_does_not_stop_the_bot_either()
    {
        var never = new TaskCompletionSource();
        var patience = new GatewayPatience { Ledger = TimeSpan.FromMilliseconds(50) };
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(
            discord, patience: patience, ledger: new FakeLedger { Before = () => never.Task }).Start();

        await (await discord.AcceptAsync()).OpenAsync();

        await client.HearsAsync("READY");
    }

    [Fact]
    public async Task An_attempt_that_fails_in_a_way_nobody_thought_of_is_not_the_last()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, ledger: new FakeLedger { IsBroken = true }).Start();

        await (await discord.AcceptAsync()).OpenAsync();

        await client.HearsAsync("READY");
        Assert.Single(client.Logs.Lines, line => line.StartsWith("Error: An attempt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_resume_is_no_Identify()
    {
        var ledger = new FakeLedger();
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new Client(discord, ledger: ledger).Start();
        var gateway = await discord.AcceptAsync();
        await gateway.OpenAsync();
        await gateway.SendAsync("""{"op":7}""");
        gateway = await discord.AcceptAsync();
        await gateway.SayHelloAsync();
        await gateway.NextAsync(6);

        Assert.Single(ledger.Identified);
    }
}
