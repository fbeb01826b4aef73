namespace FactBot.Discord.Gateway;

/// <summary>
/// Notices a session that is alive but no longer hears anything: one that brings no event for more than twice as long
/// as it ever did, and for no less than an hour. A silence that led to a new session counts as heard, so that a quiet
/// team is connected anew less and less often.
/// </summary>
/// <remarks>
/// Silence is counted in acknowledged beats: a clock that leaps, or a machine that slept, makes none.
/// https://github.com/discord/discord-api-docs/issues/8162
/// </remarks>
internal sealed class SilenceWatch
{
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private DateTimeOffset markedAt;
    private TimeSpan beat;
    private TimeSpan silence;
    private TimeSpan longest;
    private DateTimeOffset? lastEventAt;

    public DateTimeOffset? LastEventAt
    {
        get
        {
            lock (gate)
            {
                return lastEventAt;
            }
        }
    }

    /// <summary>The silence that is still borne.</summary>
    public TimeSpan Limit
    {
        get
        {
            lock (gate)
            {
                return longest * 2 > Shortest ? longest * 2 : Shortest;
            }
        }
    }

    /// <summary>A session begins: what was before it tells nothing about it.</summary>
    public void Begin(DateTimeOffset now)
    {
        lock (gate)
        {
            (silence, markedAt, lastEventAt) = (TimeSpan.Zero, now, now);
        }
    }

    public void HearEvent(DateTimeOffset now)
    {
        lock (gate)
        {
            Add(now);
            longest = silence > longest ? silence : longest;
        }
        Begin(now);
    }

    /// <summary>A beat was acknowledged; gives the silence when it has become too long, once.</summary>
    /// <param name="interval">Of the beats: no more than this is added, whatever the clock says.</param>
    public TimeSpan? HearBeat(DateTimeOffset now, TimeSpan interval)
    {
        lock (gate)
        {
            beat = interval;
            Add(now);
            if (silence <= Limit)
            {
                return null;
            }
            longest = silence;
            silence = TimeSpan.Zero;
            return longest;
        }
    }

    private void Add(DateTimeOffset now)
    {
        var passed = now - markedAt;
        silence += passed < TimeSpan.Zero ? TimeSpan.Zero : passed < beat ? passed : beat;
        markedAt = now;
    }
}
