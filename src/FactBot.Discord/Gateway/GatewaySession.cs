using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>What has to be known to go on after a break where the events stopped.</summary>
internal sealed class GatewaySession
{
    /// <summary>Resumes that may fail in a row before the session is given up.</summary>
    public const int ResumeAttempts = 5;

    private const long NoSequence = -1;

    private bool isRestored;
    private int failedResumes;
    private long sequence = NoSequence;
    private string ready = "";

    public string? Id { get; private set; }

    /// <summary>Of the last event received; null before the first.</summary>
    public long? Sequence => Interlocked.Read(ref sequence) is not NoSequence and var last ? last : null;

    public string? ResumeUrl { get; private set; }

    public bool CanResume => Id is not null;

    /// <summary>What another process would have to know to go on; null where there is nothing to resume.</summary>
    public LeftSession? Left => Id is null || ResumeUrl is null ? null : new(Id, ResumeUrl, Sequence, ready);

    /// <param name="begun">The session's beginning, as READY told it.</param>
    /// <param name="json">The same as it came.</param>
    public void Start(Ready begun, string json)
    {
        Id = begun.SessionId;
        ResumeUrl = begun.ResumeGatewayUrl;
        ready = json;
        Interlocked.Exchange(ref sequence, NoSequence);
        failedResumes = 0;
    }

    /// <summary>Goes on with what another process has left.</summary>
    public void Restore(LeftSession left)
    {
        (Id, ResumeUrl, ready) = (left.Id, left.ResumeUrl, left.Ready);
        Interlocked.Exchange(ref sequence, left.Sequence ?? NoSequence);
        isRestored = true;
    }

    /// <summary>The READY of a session that another process began, given once it is resumed; null for one of our own.</summary>
    public string? TakeForeignReady()
    {
        var foreign = isRestored ? ready : null;
        isRestored = false;
        return foreign;
    }

    /// <summary>An event has come; one out of order does not lead back.</summary>
    public void Advance(long received) =>
        Interlocked.Exchange(ref sequence, Math.Max(Interlocked.Read(ref sequence), received));

    public void NoteResumed() => failedResumes = 0;

    /// <summary>Gives the session up when it failed too often.</summary>
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
