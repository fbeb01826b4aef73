using CsCheck;
using FactBot.Discord.Gateway;

namespace FactBot.Discord.Tests.Gateway;

public sealed class SilenceWatchTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private readonly SilenceWatch watch = new();
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public SilenceWatchTests() => watch.Begin(now);

    [Fact]
    public void An_hour_is_borne_and_no_more()
    {
        Assert.All(Enumerable.Range(0, 6), _ => Assert.Null(Beat()));
        Assert.Equal(TimeSpan.FromMinutes(70), Beat());
    }

    [Fact]
    public void Twice_the_longest_silence_between_two_events_is_borne()
    {
        Beats(5);
        Event();
        Beats(4);
        Event();

        Assert.Equal(TimeSpan.FromMinutes(100), watch.Limit);
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(Beat()));
        Assert.Equal(TimeSpan.FromMinutes(110), Beat());
    }

    [Fact]
    public void What_a_new_session_ends_was_no_silence_between_events()
    {
        Beats(6);
        watch.Begin(now);

        Assert.Equal(SilenceWatch.Shortest, watch.Limit);
        Assert.Null(Beat());
    }

    [Fact]
    public void A_clock_that_leaps_makes_one_beat_of_silence()
    {
        for (var day = 0; day < 6; day++)
        {
            Assert.Null(Beat(TimeSpan.FromDays(1)));
        }
        Assert.Null(Beat(TimeSpan.FromDays(-30)));
    }

    [Fact]
    public void Beats_that_Discord_asks_for_make_no_longer_silence()
    {
        for (var second = 0; second < 3600; second++)
        {
            Assert.Null(Beat(TimeSpan.FromSeconds(1)));
        }
        Assert.NotNull(Beat(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_quiet_team_is_connected_anew_ever_more_rarely()
    {
        var replacements = new List<int>();
        for (var beat = 0; beat < 7 * 24 * 6; beat++)
        {
            if (Beat() is not null)
            {
                replacements.Add(beat);
                watch.Begin(now);
            }
        }

        Assert.InRange(replacements.Count, 2, 8);
        Assert.Equal(replacements.Zip(replacements.Skip(1), (first, second) => second - first).Order(),
            replacements.Zip(replacements.Skip(1), (first, second) => second - first));
    }

    [Fact]
    public void The_time_of_the_last_event_is_told()
    {
        Assert.Equal(now, watch.LastEventAt);
        Beats(2);
        Event();
        var last = now;
        Beats(1);

        Assert.Equal(last, watch.LastEventAt);
        Assert.Null(new SilenceWatch().LastEventAt);
    }

    [Fact]
    public void Nobody_who_talks_once_an_hour_is_disturbed() =>
        Gen.Int[0, 5].Array[0, 50].Sample(pauses =>
        {
            var (talk, at) = (new SilenceWatch(), DateTimeOffset.UnixEpoch);
            talk.Begin(at);
            foreach (var pause in pauses)
            {
                for (var beat = 0; beat < pause; beat++)
                {
                    if (talk.HearBeat(at += Interval, Interval) is not null)
                    {
                        return false;
                    }
                }
                talk.HearEvent(at);
            }
            return true;
        });

    private TimeSpan? Beat(TimeSpan? passed = null) => watch.HearBeat(now += passed ?? Interval, Interval);

    private void Beats(int count) => Assert.All(Enumerable.Range(0, count), _ => Assert.Null(Beat()));

    private void Event() => watch.HearEvent(now);
}
