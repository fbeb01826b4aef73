using System.Globalization;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Privacy;

namespace FactBot.Posts;

/// <summary>
/// A message the bot has in the chat, or has yet to send. Unique by (team, kind, subject), so nothing is posted twice.
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
    /// The id of the claim, verdict, digest or assignment it is about; for a notice or a welcome, the number of the audit entry.
    /// </summary>
    public long Subject { get; private set; }

    /// <summary>The id of the claim in whose thread it is; null if it is in one of the team's channels.</summary>
    public long? ThreadOf { get; private set; }

    public ChannelId Channel { get; private set; }

    /// <summary>Null until it was posted.</summary>
    public MessageId? Message { get; private set; }

    /// <summary>Whether the card should open a thread, because there is something to discuss or announce.</summary>
    public bool WantsThread { get; private set; }

    /// <summary>The message's thread; only cards have one.</summary>
    public ChannelId? Thread { get; private set; }

    /// <summary>The revision of the subject that it should show.</summary>
    public int Wanted { get; private set; } = 1;

    /// <summary>The revision that it shows; 0 until it was posted.</summary>
    public int Shown { get; private set; }

    /// <summary>How often it was posted again because its message was deleted or could no longer be edited.</summary>
    public int Copies { get; private set; }

    /// <summary>
    /// When its message was first sent to the chat; while it has no message, that may have succeeded without a response.
    /// </summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>How often its thread was deleted.</summary>
    public int ThreadsLost { get; private set; }

    public int FailedTries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>When a card without a thread retries opening one; a failing thread doesn't hold up its card.</summary>
    public DateTimeOffset NextThreadTryAt { get; private set; }

    /// <summary>Why the last try failed; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The kind of that failure; if its channel refused it, the other posts in its queue wait too.</summary>
    public ChatTrouble? Cause { get; private set; }

    /// <summary>The channel of the message that can no longer be edited, until that links to its successor.</summary>
    public ChannelId? FormerChannel { get; private set; }

    /// <summary>The message that can no longer be edited, until it links to its successor.</summary>
    public MessageId? FormerMessage { get; private set; }

    /// <summary>When to retry the former message.</summary>
    public DateTimeOffset NextMarkTryAt { get; private set; }

    /// <summary>
    /// The people and claims that its message names, with a space before and after each, such as <c> 7000… #12 </c>; null if
    /// the message was posted before this was recorded.
    /// </summary>
    public string? Names { get; private set; }

    /// <summary>
    /// The erasure (<see cref="Privacy.OpenErasure"/>) of something its message may still show: it's edited, or deleted if there
    /// is nothing left to show, however long the chat refuses. Null once that's done, or if it was never needed.
    /// </summary>
    public long? ErasedBy { get; private set; }

    /// <summary>The erasure of text that its thread's name may still hold.</summary>
    public long? ThreadErasedBy { get; private set; }

    /// <summary>Sent with each new message so that a retry can't post twice; at most 25 characters.</summary>
    public string Nonce => Convert.ToBase64String(Id.ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        + (Copies % 1000).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// When there is something to do about it: its message, its thread, the message before it or something erased. Null if
    /// nothing is. The database computes and indexes it, so that it always agrees with the row.
    /// </summary>
    /// <remarks>A message waiting for its retry holds up all that belongs to it, because every step begins with it.</remarks>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Sets a later revision to show; if it was up to date, it becomes due now.</summary>
    public void Want(int revision, DateTimeOffset now)
    {
        if (Shown >= Wanted && revision > Wanted && NextTryAt < now)
        {
            NextTryAt = now;
        }

        Wanted = Math.Max(Wanted, revision);
    }

    public void PutIn(ChannelId channel) => Channel = channel;

    /// <summary>Records that it is about to be sent to the chat; save before sending.</summary>
    public void Try(DateTimeOffset now)
    {
        isFirstTry = TriedAt is null;
        TriedAt ??= now;
    }

    /// <summary>
    /// Whether an earlier try may have succeeded without the chat recognizing its nonce: it remembers none, or forgot this
    /// one, as it does after some minutes.
    /// </summary>
    public bool MayBePosted(DateTimeOffset now, bool isNonceRemembered) =>
        TriedAt is { } at && (!isNonceRemembered || now - at > NonceHolds);

    public void Posted(MessageId message) => (Message, TriedAt) = (message, null);

    /// <summary>Requests a thread: its claim was accepted, or there is something to announce.</summary>
    public void AskForThread(DateTimeOffset now) =>
        (WantsThread, NextThreadTryAt) = (true, NextThreadTryAt < now ? now : NextThreadTryAt);

    public void Threaded(ChannelId thread) => Thread = thread;

    /// <summary>Records that its message names these, and nobody else.</summary>
    public void Name(string names) => Names = names;

    /// <summary>Adds names before sending; until the chat shows the new message, an earlier version may be there.</summary>
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

    /// <summary>Records that its message is gone for good and isn't replaced.</summary>
    public void TakeAway()
    {
        (Message, TriedAt, Names) = (null, null, "");
        Showed(Wanted);
    }

    public void Showed(int revision) => (Shown, FailedTries, Trouble, Cause) = (revision, 0, null, null);

    /// <summary>Records that its message is gone. It is posted again, at once the first time, then with growing delays.</summary>
    public void Lose(DateTimeOffset now)
    {
        NextTryAt = now + (Copies == 0 ? TimeSpan.Zero : Pause(Copies));
        (Message, Thread, Shown, Copies) = (null, null, 0, Copies + 1);
        (FailedTries, Trouble, Cause) = (0, null, null);
    }

    /// <summary>Continues in a new message, because this one can no longer be edited; keeps its thread.</summary>
    public void Replace(DateTimeOffset now)
    {
        (FormerChannel, FormerMessage, NextMarkTryAt) = (Channel, Message, now + UntilMended);
        (Message, Shown, Copies, NextTryAt) = (null, 0, Copies + 1, now);
    }

    /// <summary>Records that the former message links to its successor, or is gone.</summary>
    public void ForgetFormer() => (FormerChannel, FormerMessage) = (null, null);

    /// <summary>Records that the former message couldn't be edited.</summary>
    public void FailMark(DateTimeOffset now) => NextMarkTryAt = now + UntilMended;

    /// <summary>Records that its thread was deleted. It gets another, at once the first time, then with growing delays.</summary>
    public void LoseThread(DateTimeOffset now)
    {
        (Thread, ThreadsLost) = (null, ThreadsLost + 1);
        NextThreadTryAt = now + (ThreadsLost == 1 ? TimeSpan.Zero : Pause(ThreadsLost));
    }

    /// <summary>Backs off: 1, 2, 4 … up to 300 seconds, or ten minutes if the channel or an edit was refused.</summary>
    public void Fail(ChatException failure, DateTimeOffset now)
    {
        FailedTries++;
        Trouble = failure.Message;
        Cause = failure.Trouble;
        // A refusal is a response: this try posted nothing.
        TriedAt = failure.ClosesChannel && isFirstTry ? null : TriedAt;
        NextTryAt = now + (failure.ClosesChannel || failure.Trouble == ChatTrouble.EditRefused ? UntilMended : Pause(FailedTries - 1));
    }

    /// <summary>Records that it couldn't be composed, which is a bug: it waits ten minutes without holding up others.</summary>
    public void Break(DateTimeOffset now)
    {
        FailedTries++;
        (Trouble, Cause) = ("It could not be made; the log tells why.", null);
        NextTryAt = now + UntilMended;
    }

    /// <summary>Records that its thread couldn't be opened; its message is unaffected.</summary>
    public void FailThread(DateTimeOffset now) => NextThreadTryAt = now + UntilMended;

    /// <summary>Retries at once, because someone may have fixed what failed.</summary>
    public void TryAgain(DateTimeOffset now) => (NextTryAt, NextThreadTryAt) = (now, now);

    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(failures, 9)));
}

public enum PostKind
{
    Card,
    Verdict,
    Digest,

    /// <summary>News about a claim, in its thread.</summary>
    Notice,

    /// <summary>Half of a reviewer's time is over.</summary>
    HalfwayReminder,

    /// <summary>A reviewer's vote is due.</summary>
    DueReminder,

    /// <summary>A reviewer's vote is a day late, and their place is available to others.</summary>
    OverdueOffer,

    /// <summary>A reviewer's own assignments, by direct message.</summary>
    PersonalDigest,

    /// <summary>After the guided setup: shows that FactBot can post, and how to begin.</summary>
    Welcome,
}
