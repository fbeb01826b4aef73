namespace FactBot.Discord.Gateway;

/// <summary>
/// Detects a session that is alive but no longer receives anything: one without an event for more than an hour, and for
/// more than twice its longest silence so far. A silence that led to a new session counts as observed, so a quiet team
/// is reconnected less and less often.
/// </summary>
/// <remarks>
/// Silence is counted in acknowledged heartbeats: a clock that jumps, or a machine that slept, produces none.
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

    /// <summary>The longest silence that is tolerated.</summary>
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

    /// <summary>Starts a session. What came before says nothing about it.</summary>
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

    /// <summary>Counts an acknowledged heartbeat. Returns the silence, once, when it has become too long.</summary>
    /// <param name="interval">The heartbeat interval. No more than this is added, whatever the clock says.</param>
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
