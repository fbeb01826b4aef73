using System.Data.Common;
using System.Globalization;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Floods;

/// <summary>More interactions at once than anybody can answer; <c>FACTBOT_FLOOD=50000</c> makes it as many.</summary>
[Collection(nameof(Alone))]
public class FloodTests
{
    private static readonly int Many =
        int.TryParse(Environment.GetEnvironmentVariable("FACTBOT_FLOOD"), CultureInfo.InvariantCulture, out var many) ? many : 5_000;

    [Fact]
    public async Task A_flood_with_slow_answers_opens_few_sockets_and_the_bot_goes_on()
    {
        await using var discord = await SlowDiscord.OpenAsync();
        await using var bot = await QuietBot.OpenAsync(discord.Address);
        discord.Takes = TimeSpan.FromSeconds(1);
        for (var i = 0; i < Many; i++)
        {
            bot.Hear(bot.Command("help"));
        }

        await Stories.Newsroom.UntilAsync(() => Task.FromResult(bot.Dropped > Many / 2));
        discord.Takes = TimeSpan.Zero;
        await Stories.Newsroom.UntilAsync(() =>
        {
            var next = bot.Command("help");
            bot.Hear(next);
            return AnsweredAsync(discord, (string)next["id"]!);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{discord.MostConnections} sockets, {discord.Answered.Count} answered, {bot.Dropped} dropped");
        // First answers and all other calls have 64 each.
        Assert.InRange(discord.MostConnections, 1, 128);
        Assert.DoesNotContain(bot.Logs, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waited_past_its_three_seconds_is_dropped_before_any_work()
    {
        await using var discord = await SlowDiscord.OpenAsync();
        var reads = new HeldReads();
        await using (var bot = await QuietBot.OpenAsync(
            discord.Address, services => services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(reads))))
        {
            discord.Status = 404;
            reads.Hold();
            for (var i = 0; i < 300; i++)
            {
                bot.Hear(bot.Command("help"));
            }

            await Stories.Newsroom.UntilAsync(() => Task.FromResult(bot.Dropped == 300 - 32));
            reads.Release();
            await bot.FinishAsync();
            Assert.Equal(32, reads.Held);
            Assert.Empty(bot.Logs.Where(line => line.Contains("were dropped", StringComparison.Ordinal)).Skip(1));
        }
    }

    [Fact]
    public async Task More_than_two_thousand_are_never_in_hand()
    {
        await using var discord = await SlowDiscord.OpenAsync();
        var reads = new HeldReads();
        await using var bot = await QuietBot.OpenAsync(
            discord.Address, services => services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(reads)));
        reads.Hold();
        for (var i = 0; i < 2_100; i++)
        {
            bot.Hear(bot.Command("help"));
        }

        Assert.Equal(100, bot.Dropped);
        reads.Release();
    }

    private static async Task<bool> AnsweredAsync(SlowDiscord discord, string id)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        return discord.Answered.ContainsKey(id);
    }

    /// <summary>Holds up every request as it looks whether it was done already, until they are let go.</summary>
    private sealed class HeldReads : DbCommandInterceptor
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool holds;
        private int held;

        public int Held => held;

        public void Hold() => holds = true;

        public void Release() => released.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (holds && command.CommandText.Contains("\"Audit\"", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref held);
                await released.Task;
            }

            return result;
        }
    }
}
