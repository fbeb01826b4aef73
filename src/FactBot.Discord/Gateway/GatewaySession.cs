using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>The state needed to resume the event stream after a break.</summary>
internal sealed class GatewaySession
{
    /// <summary>How many resumes may fail in a row before the session is given up.</summary>
    public const int ResumeAttempts = 5;

    private const long NoSequence = -1;

    private bool isRestored;
    private int failedResumes;
    private long sequence = NoSequence;
    private string ready = "";

    public string? Id { get; private set; }

    /// <summary>The number of the last event received; null before the first.</summary>
    public long? Sequence => Interlocked.Read(ref sequence) is not NoSequence and var last ? last : null;

    public string? ResumeUrl { get; private set; }

    public bool CanResume => Id is not null;

    /// <summary>What another process needs to resume this session; null if there is nothing to resume.</summary>
    public LeftSession? Left => Id is null || ResumeUrl is null ? null : new(Id, ResumeUrl, Sequence, ready);

    /// <param name="begun">The start of the session, as parsed from READY.</param>
    /// <param name="json">The raw JSON of the same READY.</param>
    public void Start(Ready begun, string json)
    {
        Id = begun.SessionId;
        ResumeUrl = begun.ResumeGatewayUrl;
        ready = json;
        Interlocked.Exchange(ref sequence, NoSequence);
        failedResumes = 0;
    }

    /// <summary>Takes over a session that another process left.</summary>
    public void Restore(LeftSession left)
    {
        (Id, ResumeUrl, ready) = (left.Id, left.ResumeUrl, left.Ready);
        Interlocked.Exchange(ref sequence, left.Sequence ?? NoSequence);
        isRestored = true;
    }

    /// <summary>Returns, once, the READY of a session that another process started; null for one of our own.</summary>
    public string? TakeForeignReady()
    {
        var foreign = isRestored ? ready : null;
        isRestored = false;
        return foreign;
    }

    /// <summary>Records an event's number. One out of order doesn't move the sequence back.</summary>
    public void Advance(long received) =>
        Interlocked.Exchange(ref sequence, Math.Max(Interlocked.Read(ref sequence), received));

    public void NoteResumed() => failedResumes = 0;

    /// <summary>Gives the session up after too many failed resumes.</summary>
    public void NoteFailedResume()
    {
        if (++failedResumes >= ResumeAttempts)
        {
            Forget();
        }
    }

    public void Forget()
    {
        (Id, ResumeUrl, ready, isRestored) = (null, null, "", false);
        Interlocked.Exchange(ref sequence, NoSequence);
        failedResumes = 0;
    }
}
