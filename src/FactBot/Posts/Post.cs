using System.Globalization;
using System.Linq.Expressions;
using FactBot.Chat;

namespace FactBot.Posts;

/// <summary>
/// A message that the desk has in the chat, or owes. Unique by (team, kind, subject), so what is due twice is posted once.
/// </summary>
public sealed class Post
{
    private static readonly TimeSpan NonceHolds = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(10);

    private bool isFirstTry;

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

    /// <summary>
    /// The id of the claim, verdict, digest or assignment that it is about; for a notice and a welcome, the number of the audit entry.
    /// </summary>
    public long Subject { get; private set; }

    /// <summary>The id of the claim in whose thread it stands; null where it stands in a channel of the team's.</summary>
    public long? ThreadOf { get; private set; }

    public ChannelId Channel { get; private set; }

    /// <summary>Null until it was posted.</summary>
    public MessageId? Message { get; private set; }

    /// <summary>Whether there is something to discuss or to tell, so that a card opens its thread.</summary>
    public bool WantsThread { get; private set; }

    /// <summary>The message's thread; only cards have one.</summary>
    public ChannelId? Thread { get; private set; }

    /// <summary>The revision of the subject that it should show.</summary>
    public int Wanted { get; private set; } = 1;

    /// <summary>The revision that it shows; 0 until it was posted.</summary>
    public int Shown { get; private set; }

    /// <summary>How often it was posted anew because somebody had deleted it.</summary>
    public int Copies { get; private set; }

    /// <summary>
    /// When its message was first given to the chat; while it has no message, that may have worked although no answer came.
    /// </summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>How often its thread was deleted.</summary>
    public int ThreadsLost { get; private set; }

    public int FailedTries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>When a card without a thread asks for one again; a thread that cannot be opened does not hold up its card.</summary>
    public DateTimeOffset NextThreadTryAt { get; private set; }

    /// <summary>Why the last try failed; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What kind of failure that was; where its channel refused it, the other posts of its lane wait with it.</summary>
    public ChatTrouble? Cause { get; private set; }

    /// <summary>Where the message stood that could no longer be edited, until it tells where it went on.</summary>
    public ChannelId? FormerChannel { get; private set; }

    /// <summary>The message that could no longer be edited, until it tells where it went on.</summary>
    public MessageId? FormerMessage { get; private set; }

    /// <summary>When the former message is tried again.</summary>
    public DateTimeOffset NextMarkTryAt { get; private set; }

    /// <summary>
    /// The people and claims that its message names, with a space before and after each, such as <c> 7000… #12 </c>; null where
    /// the message was posted before this was kept.
    /// </summary>
    public string? Names { get; private set; }

    /// <summary>
    /// The erasure (<see cref="Privacy.OpenErasure"/>) of what its message may show still: it's edited, or deleted where there is
    /// nothing to show any more, however long the chat refuses. Null where that's done, or was never needed.
    /// </summary>
    public long? ErasedBy { get; private set; }

    /// <summary>The erasure of words that its thread's name may hold still.</summary>
    public long? ThreadErasedBy { get; private set; }

    /// <summary>Told to the chat with a new message, so that a repeated try cannot post twice; at most 25 characters.</summary>
    public string Nonce => Convert.ToBase64String(Id.ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        + (Copies % 1000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether there is something to do for a post at this moment: for queries.</summary>
    /// <remarks>A message that waits for its next try waits with all that belongs to it, since whatever is due begins with it.</remarks>
    public static Expression<Func<Post, bool>> IsDue(DateTimeOffset now) => p => p.NextTryAt <= now
        && (p.Shown < p.Wanted
            || (p.WantsThread && p.Message != null && p.Thread == null && p.NextThreadTryAt <= now)
            || (p.FormerMessage != null && p.Message != null && p.NextMarkTryAt <= now)
            || (p.ErasedBy != null && p.FormerMessage == null)
            || (p.ThreadErasedBy != null && p.Message != null && p.NextThreadTryAt <= now));

    /// <summary>Whether its channel refused it and is left alone for now: for queries.</summary>
    public static Expression<Func<Post, bool>> WaitsForChannel(DateTimeOffset now) => p =>
        p.NextTryAt > now && (p.Cause == ChatTrouble.ChannelGone || p.Cause == ChatTrouble.ChannelClosed);

    /// <summary>It should show a later revision; where it was up to date, it is due from now on.</summary>
    public void Want(int revision, DateTimeOffset now)
    {
        if (Shown >= Wanted && revision > Wanted && NextTryAt < now)
        {
            NextTryAt = now;
        }

        Wanted = Math.Max(Wanted, revision);
    }

    public void PutIn(ChannelId channel) => Channel = channel;

    /// <summary>About to be given to the chat; to be saved before it is.</summary>
    public void Try(DateTimeOffset now)
    {
        isFirstTry = TriedAt is null;
        TriedAt ??= now;
    }

    /// <summary>
    /// Whether a try may have worked that the chat does not know again by its nonce: it remembers none, or has forgotten it,
    /// which it does after some minutes.
    /// </summary>
    public bool MayBePosted(DateTimeOffset now, bool isNonceRemembered) =>
        TriedAt is { } at && (!isNonceRemembered || now - at > NonceHolds);

    public void Posted(MessageId message) => (Message, TriedAt) = (message, null);

    /// <summary>Its claim was accepted, or there is something to tell of it.</summary>
    public void AskForThread(DateTimeOffset now) =>
        (WantsThread, NextThreadTryAt) = (true, NextThreadTryAt < now ? now : NextThreadTryAt);

    public void Threaded(ChannelId thread) => Thread = thread;

    /// <summary>Its message names these, and nobody else.</summary>
    public void Name(string names) => Names = names;

    /// <summary>A message is given to the chat that names these; until the chat has shown it, another of its may stand there.</summary>
    public void NameToo(string names)
    {
        if (Message is null && TriedAt is null)
        {
            Names = names;
        }
        else if (Names is { } before)
        {
            Names = $" {string.Join(' ', before.Split(' ').Union(names.Split(' ')).Where(n => n.Length > 0))} ";
        }
    }

    /// <summary>Its message is gone for good, and nothing takes its place.</summary>
    public void TakeAway()
    {
        (Message, TriedAt, Names) = (null, null, "");
        Showed(Wanted);
    }

    public void Showed(int revision) => (Shown, FailedTries, Trouble, Cause) = (revision, 0, null, null);

    /// <summary>Its message is gone: it is posted anew, at once the first time, then later and later.</summary>
    public void Lose(DateTimeOffset now)
    {
        NextTryAt = now + (Copies == 0 ? TimeSpan.Zero : Pause(Copies));
        (Message, Thread, Shown, Copies) = (null, null, 0, Copies + 1);
        (FailedTries, Trouble, Cause) = (0, null, null);
    }

    /// <summary>Its message may not be edited any more: it goes on as a new one, and keeps its thread.</summary>
    public void Replace(DateTimeOffset now)
    {
        (FormerChannel, FormerMessage, NextMarkTryAt) = (Channel, Message, now + UntilMended);
        (Message, Shown, Copies, NextTryAt) = (null, 0, Copies + 1, now);
    }

    /// <summary>The former message tells where it went on, or is gone.</summary>
    public void ForgetFormer() => (FormerChannel, FormerMessage) = (null, null);

    /// <summary>The former message could not be told.</summary>
    public void FailMark(DateTimeOffset now) => NextMarkTryAt = now + UntilMended;

    /// <summary>Its thread was deleted: it gets another, at once the first time, then later and later.</summary>
    public void LoseThread(DateTimeOffset now)
    {
        (Thread, ThreadsLost) = (null, ThreadsLost + 1);
        NextThreadTryAt = now + (ThreadsLost == 1 ? TimeSpan.Zero : Pause(ThreadsLost));
    }

    /// <summary>Waits before the next try: 1, 2, 4 … up to 300 seconds, or ten minutes where somebody must mend the channel.</summary>
    public void Fail(ChatException failure, DateTimeOffset now)
    {
        FailedTries++;
        Trouble = failure.Message;
        Cause = failure.Trouble;
        // A refusal is an answer: nothing was posted with this try.
        TriedAt = failure.ClosesChannel && isFirstTry ? null : TriedAt;
        NextTryAt = now + (failure.ClosesChannel || failure.Trouble == ChatTrouble.EditRefused ? UntilMended : Pause(FailedTries - 1));
    }

    /// <summary>It could not be made at all, which is nobody's fault but ours: it waits ten minutes, alone.</summary>
    public void Break(DateTimeOffset now)
    {
        FailedTries++;
        (Trouble, Cause) = ("It could not be made; the log tells why.", null);
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

    /// <summary>Half of a reviewer's time is over.</summary>
    HalfwayReminder,

    /// <summary>A reviewer's vote is due.</summary>
    DueReminder,

    /// <summary>A reviewer's vote is a day late, and their place is offered to others.</summary>
    OverdueOffer,

    /// <summary>A reviewer's own duties, by direct message.</summary>
    PersonalDigest,

    /// <summary>After the guided setup: that FactBot can post, and how to begin.</summary>
    Welcome,
}
