using System.Threading.Channels;
using FactBot.Discord.Gateway;
using FactBot.Discord.Tests.Fakes;

namespace FactBot.Discord.Tests.Gateway;

public sealed class HeartTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(40);
    private readonly ObservedTime _time = new();
    private readonly Channel<DateTimeOffset> _beats = Channel.CreateUnbounded<DateTimeOffset>();

    [Fact]
    public async Task Beats_at_a_random_moment_first_and_every_interval_after()
    {
        using var heart = NewHeart(TimeSpan.FromSeconds(20));
        using var stop = new CancellationTokenSource();
        var running = heart.RunAsync(s_interval, stop.Token);

        var first = await _time.NextWaitAsync();
        Assert.InRange(first, TimeSpan.Zero, s_interval);
        var expected = _time.GetUtcNow() + first;
        _time.Advance(first);
        for (var beat = 0; beat < 4; beat++)
        {
            Assert.InRange(await NextBeatAsync() - expected, TimeSpan.Zero, TimeSpan.FromMilliseconds(beat + 1));
            heart.Acknowledge();
            Assert.Equal(s_interval, await _time.NextWaitAsync());
            expected += s_interval;
            _time.Advance(s_interval);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Soon());
    }

    [Fact]
    public async Task An_ack_that_comes_after_the_next_beat_fell_due_is_not_too_late()
    {
        using var heart = NewHeart(TimeSpan.FromMinutes(5));
        using var stop = new CancellationTokenSource();
        var running = heart.RunAsync(s_interval, stop.Token);
        _time.Advance(await _time.NextWaitAsync());
        await NextBeatAsync();
        Assert.Equal(s_interval, await _time.NextWaitAsync());

        _time.Advance(TimeSpan.FromHours(9));
        Assert.True(heart.IsBeatPending);
        Assert.False(running.IsCompleted);
        heart.Acknowledge();

        await NextBeatAsync();
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Soon());
    }

    [Fact]
    public async Task Gives_up_when_a_beat_is_due_and_the_last_had_its_time()
    {
        using var heart = NewHeart(TimeSpan.Zero);
        var running = heart.RunAsync(s_interval, CancellationToken.None);
        _time.Advance(await _time.NextWaitAsync());
        await NextBeatAsync();
        Assert.Equal(s_interval, await _time.NextWaitAsync());
        _time.Advance(s_interval);

        await running.Soon();
        Assert.False(_beats.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_beat_that_was_asked_for_does_not_move_the_regular_one()
    {
        using var heart = NewHeart(TimeSpan.FromSeconds(20));
        using var stop = new CancellationTokenSource();
        var running = heart.RunAsync(s_interval, stop.Token);
        var first = await _time.NextWaitAsync();

        heart.Ask();
        await NextBeatAsync();
        heart.Acknowledge();
        Assert.False(heart.IsBeatPending);
        _time.Advance(first);
        await NextBeatAsync();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Soon());
    }

    private Heart NewHeart(TimeSpan patience) => new(_time, patience, _ =>
    {
        _beats.Writer.TryWrite(_time.GetUtcNow());
        return Task.CompletedTask;
    });

    private Task<DateTimeOffset> NextBeatAsync() => _beats.Reader.ReadAsync().AsTask().Soon();
}
