using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Stories;

/// <summary>Interactions that reach the bot only when it resumes its session.</summary>
public class ReplayTests
{
    private const string TooLate = "This comes too late.";

    [Fact]
    public async Task What_was_missed_for_a_moment_is_answered_and_what_is_older_than_three_seconds_is_not_acted_on()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await MissForAMomentAsync(newsroom);
        await MissForLongAsync(newsroom);
    }

    /// <remarks>https://github.com/discord-net/Discord.Net/issues/3175</remarks>
    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task With_a_clock_that_is_ten_seconds_off_it_is_the_same(int seconds)
    {
        await using var newsroom = await Newsroom.OpenAsync(change: services => services.AddSingleton<TimeProvider>(
            new WrongClock((TimeProvider)services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance!, TimeSpan.FromSeconds(seconds))));
        await MissForAMomentAsync(newsroom);
        await MissForLongAsync(newsroom);
    }

    private static async Task MissForAMomentAsync(Newsroom newsroom)
    {
        // On a busy machine three seconds can be over before the bot is back; then Fay tries once more.
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await newsroom.Ada.AsksAsync("help");
            await newsroom.FaultAsync("silence", ms: 3_600_000);
            var submitting = newsroom.Fay.SubmitsAsync($"The tram has {attempt} stops.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            await newsroom.FaultAsync("disconnect");
            if ((await submitting).IsReply)
            {
                return;
            }
        }

        Assert.Fail("Nothing that was missed for a moment was answered.");
    }

    private static async Task MissForLongAsync(Newsroom newsroom)
    {
        await newsroom.Ada.AsksAsync("help");
        await newsroom.FaultAsync("silence", ms: 3_600_000);
        var submitting = newsroom.Fay.SubmitsAsync(TooLate);
        while (!submitting.IsCompleted)
        {
            newsroom.Leap(TimeSpan.FromSeconds(4));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal("failed", (await submitting).Outcome);
        await newsroom.FaultAsync("disconnect");
        Assert.True((await newsroom.Fay.AsksAsync("claim list")).IsReply);
        Assert.Equal(0, newsroom.Database.Count("SELECT count(*) FROM Claims WHERE Text = $value", TooLate));
        var heard = (await newsroom.TrafficAsync()).Where(t => t["frame"]?.ToJsonString().Contains(TooLate, StringComparison.Ordinal) == true);
        Assert.Single(heard);
    }

    private sealed class WrongClock(TimeProvider right, TimeSpan off) : TimeProvider
    {
        public override long TimestampFrequency => right.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + off;

        public override long GetTimestamp() => right.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            right.CreateTimer(callback, state, dueTime, period);
    }
}
