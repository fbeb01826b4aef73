using FactBot.Sandbox.Clock;
using FactBot.Sandbox.People;
using FactBot.Sandbox.Stage;

namespace FactBot.Host.Tests.Sandbox;

public sealed class SandboxClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly SandboxClock clock = new(Start);
    private readonly List<string> fired = [];

    public void Dispose() => clock.Dispose();

    [Fact]
    public void Timers_fire_in_order_of_due_time()
    {
        using var late = Timer("late", TimeSpan.FromHours(3));
        using var early = Timer("early", TimeSpan.FromHours(1));
        using var never = Timer("never", TimeSpan.FromHours(5));

        clock.Advance(TimeSpan.FromHours(4));

        Assert.Equal(["early", "late"], fired);
    }

    [Fact]
    public void A_leap_over_many_ticks_is_one_tick_and_the_beat_goes_on()
    {
        using var beat = clock.CreateTimer(_ => fired.Add("beat"), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        clock.Advance(TimeSpan.FromHours(3.5));
        clock.Advance(TimeSpan.FromHours(0.25));
        Assert.Single(fired);

        clock.Advance(TimeSpan.FromHours(0.25));
        Assert.Equal(2, fired.Count);
    }

    [Fact]
    public void A_disposed_or_changed_timer_does_not_fire_at_its_old_time()
    {
        using var put_off = Timer("put off", TimeSpan.FromHours(1));
        Timer("gone", TimeSpan.FromHours(1)).Dispose();
        put_off.Change(TimeSpan.FromHours(9), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(fired);
    }

    [Fact]
    public void A_timer_made_by_a_timer_fires_in_the_same_leap_when_it_is_due()
    {
        using var first = clock.CreateTimer(
            _ => Timer("second", TimeSpan.Zero), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(["second"], fired);
    }

    [Fact]
    public async Task A_delay_ends_when_the_time_is_moved()
    {
        var delay = Task.Delay(TimeSpan.FromDays(1), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromDays(1));
        await delay;
    }

    [Fact]
    public async Task Without_a_move_it_runs_at_real_pace()
    {
        var began = clock.GetTimestamp();
        await Task.Delay(TimeSpan.FromMilliseconds(5), clock, TestContext.Current.CancellationToken);
        Assert.True(clock.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public void Time_and_timestamps_move_together_and_never_back()
    {
        var began = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromDays(2));

        Assert.True(clock.GetUtcNow() >= Start.AddDays(2));
        Assert.True(clock.GetElapsedTime(began) >= TimeSpan.FromDays(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Theory]
    [InlineData("08:07", "09:00", "00:08")]
    [InlineData("08:15", "09:00", "00:15")]
    [InlineData("08:46", "08:50", "00:04")]
    public void Steps_end_on_whole_quarter_hours(string now, string end, string step)
    {
        var stride = ClockControl.StrideOf(TimeSpan.FromHours(1));
        var next = ClockControl.NextStep(Start.Date + TimeSpan.Parse(now, null), Start.Date + TimeSpan.Parse(end, null), stride);
        Assert.Equal(TimeSpan.Parse(step, null), next);
    }

    [Theory]
    [InlineData(3, 15)]
    [InlineData(30, 60)]
    [InlineData(180, 360)]
    public void A_long_way_is_gone_in_longer_strides(int days, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), ClockControl.StrideOf(TimeSpan.FromDays(days)));

    [Theory]
    [InlineData("1.00:00:00", 24)]
    [InlineData("00:30:00", 0.5)]
    public void An_advance_is_read_as_days_and_hours(string text, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ClockControl.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    [InlineData("2000.00:00:00")]
    public void An_unreadable_advance_is_refused(string? text) =>
        Assert.Throws<PeopleRefusal>(() => ClockControl.Read(text));

    [Fact]
    public void A_slow_clock_hardly_moves_by_itself_and_leaps_as_far_as_any()
    {
        using var slow = new SandboxClock(Start, pace: 1e-9);
        Assert.Equal(Start, slow.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        slow.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1), slow.GetUtcNow(), TimeSpan.FromMilliseconds(1));
    }

    private ITimer Timer(string name, TimeSpan due) =>
        clock.CreateTimer(_ => fired.Add(name), null, due, Timeout.InfiniteTimeSpan);
}
