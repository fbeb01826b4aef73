using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Gateway;

public sealed class IdentifyBudgetTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_one_goes_at_once() => Assert.Equal(TimeSpan.Zero, Wait([]));

    [Theory]
    [InlineData(3_600_000, 3600)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(long.MaxValue, 86_400)]
    public void When_Discord_has_none_left_its_reset_is_waited_for(long resetAfter, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            Wait([], new SessionStartLimit { Remaining = 0, ResetAfter = resetAfter }));

    [Fact]
    public void Fifty_of_a_thousand_are_left_untouched()
    {
        var spread = Enumerable.Range(1, 950).Select(i => Now - TimeSpan.FromMinutes(i)).ToList();

        Assert.Equal(IdentifyBudget.Day - TimeSpan.FromMinutes(950), Wait(spread));
        Assert.True(Wait(spread[..949]) < TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void More_than_the_budget_waits_until_enough_have_aged()
    {
        var spread = Enumerable.Range(1, 960).Select(i => Now - TimeSpan.FromMinutes(i));

        Assert.Equal(IdentifyBudget.Day - TimeSpan.FromMinutes(950), Wait(spread));
    }

    [Fact]
    public void What_is_older_than_a_day_no_longer_counts() =>
        Assert.Equal(TimeSpan.Zero, Wait(Enumerable.Repeat(Now - IdentifyBudget.Day, 2000)));

    [Theory]
    [InlineData(10, 1, 0)]
    [InlineData(11, 1, 60)]
    [InlineData(11, 2, 0)]
    [InlineData(21, 2, 60)]
    public void More_than_ten_in_ten_minutes_are_a_minute_apart(int count, int shards, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds), Wait(Enumerable.Repeat(Now, count), shards: shards));

    [Fact]
    public void What_is_ten_minutes_old_no_longer_counts_as_a_burst() => Assert.Equal(
        TimeSpan.Zero, Wait(Enumerable.Repeat(Now, 10).Append(Now - IdentifyBudget.BurstWindow)));

    [Fact]
    public void The_second_half_of_the_budget_is_spread_over_the_day()
    {
        var used = Enumerable.Repeat(Now - TimeSpan.FromHours(1), 500).Append(Now).ToList();

        Assert.Equal(TimeSpan.FromSeconds(172.8), Wait(used));
        Assert.Equal(TimeSpan.Zero, Wait(used[1..]));
        Assert.Equal(TimeSpan.FromSeconds(172.8), Wait([Now], new SessionStartLimit { Remaining = 499 }));
    }

    [Fact]
    public void A_clock_that_was_set_back_holds_nobody_for_longer_than_that() =>
        Assert.Equal(
            TimeSpan.FromMinutes(1), Wait(Enumerable.Repeat(Now + TimeSpan.FromDays(300), 11)));

    [Theory]
    [InlineData(1, 1000, true)]
    [InlineData(1, 1000, false)]
    [InlineData(16, 1000, true)]
    [InlineData(1, 20, false)]
    [InlineData(1, 1, false)]
    public void A_crash_loop_of_three_days_never_uses_the_budget_up(int shards, int total, bool discordCounts)
    {
        var identified = new List<DateTimeOffset>();
        for (var now = Now; now < Now + TimeSpan.FromDays(3);)
        {
            var recent = identified.Count(at => now - at < IdentifyBudget.Day);
            Assert.True(recent <= total - total / 20);
            var limit = new SessionStartLimit
            {
                Total = total,
                Remaining = discordCounts ? total - recent : total,
                ResetAfter = 60_000,
            };
            var wait = IdentifyBudget.Wait(limit, shards, identified, now);
            now += wait;
            if (wait == TimeSpan.Zero)
            {
                identified.Add(now);
            }
        }

        Assert.True(identified.Count > total);
    }

    private static TimeSpan Wait(
        IEnumerable<DateTimeOffset> identified, SessionStartLimit? limit = null, int shards = 1) =>
        IdentifyBudget.Wait(limit ?? new SessionStartLimit(), shards, [.. identified], Now);
}
