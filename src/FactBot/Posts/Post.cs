using System.Globalization;
using System.Linq.Expressions;
using FactBot.Chat;

namespace FactBot.Posts;

/// <summary>
/// A message that the desk has in the chat, or owes. Unique by (team, kind, subject), so what is due twice is posted once.
/// </summary>
public sealed class Post
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(10);

    public Post(TeamId teamId, PostKind kind, long subject, DateTimeOffset now, long? threadOf = null)
    {
        (Id, TeamId, Kind, Subject, ThreadOf) = (Guid.CreateVersion7(now), teamId, kind, subject, threadOf);
        NextTryAt = now;
        NextThreadTryAt = now;
    }

    private Post()
    {
    }

    public Guid Id { get; private set; }

    public TeamId TeamId { get; private set; }

    public PostKind Kind { get; private set; }

    /// <summary>The id of the claim, verdict or digest that it shows; for a notice, the number of the audit entry.</summary>
    public long Subject { get; private set; }

    /// <summary>The id of the claim in whose thread it stands; null where it stands in a channel of the team's.</summary>
    public long? ThreadOf { get; private set; }

    public ChannelId Channel { get; private set; }

    /// <summary>Null until it was posted.</summary>
    public MessageId? Message { get; private set; }

    /// <summary>The message's thread; only cards have one.</summary>
    public ChannelId? Thread { get; private set; }

    /// <summary>The revision of the subject that it should show.</summary>
    public int Wanted { get; private set; } = 1;

    /// <summary>The revision that it shows; 0 until it was posted.</summary>
    public int Shown { get; private set; }

    /// <summary>How often it was posted anew because somebody had deleted it.</summary>
    public int Copies { get; private set; }

    public int FailedTries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>When a card without a thread asks for one again; a thread that cannot be opened does not hold up its card.</summary>
    public DateTimeOffset NextThreadTryAt { get; private set; }

    /// <summary>Why the last try failed; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Whether it was its channel that refused it: until the next try the other posts of its lane wait with it.</summary>
    public bool IsChannelClosed { get; private set; }

    /// <summary>Told to the chat with a new message, so that a repeated try cannot post twice; at most 25 characters.</summary>
    public string Nonce => Convert.ToBase64String(Id.ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        + (Copies % 1000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether there is something to do for a post at this moment: for queries.</summary>
    public static Expression<Func<Post, bool>> IsDue(DateTimeOffset now) => p =>
        (p.Shown < p.Wanted && p.NextTryAt <= now)
        || (p.Kind == PostKind.Card && p.Message != null && p.Thread == null && p.NextThreadTryAt <= now);

    public void Want(int revision) => Wanted = Math.Max(Wanted, revision);

    public void PutIn(ChannelId channel) => Channel = channel;

    public void Posted(MessageId message) => Message = message;

    public void Threaded(ChannelId thread) => Thread = thread;

    public void Showed(int revision) => (Shown, FailedTries, Trouble, IsChannelClosed) = (revision, 0, null, false);

    /// <summary>Its message is gone: it is posted anew, at once the first time, then later and later.</summary>
    public void Lose(DateTimeOffset now)
    {
        NextTryAt = now + (Copies == 0 ? TimeSpan.Zero : Pause(Copies));
        (Message, Thread, Shown, Copies) = (null, null, 0, Copies + 1);
        (FailedTries, Trouble, IsChannelClosed) = (0, null, false);
    }

    /// <summary>Waits before the next try: 1, 2, 4 … up to 300 seconds, or ten minutes where somebody must mend the channel.</summary>
    public void Fail(ChatException failure, DateTimeOffset now)
    {
        FailedTries++;
        Trouble = failure.Message;
        IsChannelClosed = failure.Trouble == ChatTrouble.ChannelClosed;
        NextTryAt = now + (IsChannelClosed ? UntilMended : Pause(FailedTries - 1));
    }

    /// <summary>It could not be made at all, which is nobody's fault but ours: it waits ten minutes, alone.</summary>
    public void Break(DateTimeOffset now)
    {
        FailedTries++;
        (Trouble, IsChannelClosed) = ("It could not be made; the log tells why.", false);
        NextTryAt = now + UntilMended;
    }

    /// <summary>Its thread could not be opened; its message stands.</summary>
    public void FailThread(DateTimeOffset now) => NextThreadTryAt = now + UntilMended;

    /// <summary>Somebody may have mended what failed.</summary>
    public void TryAgain(DateTimeOffset now) => (NextTryAt, NextThreadTryAt) = (now, now);

    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(failures, 9)));
}

public enum PostKind
{
    Card,
    Verdict,
    Digest,

    /// <summary>What became of a claim, told in its thread.</summary>
    Notice,
}
