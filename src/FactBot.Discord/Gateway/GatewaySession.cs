using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>What has to be known to go on after a break where the events stopped.</summary>
internal sealed class GatewaySession
{
    /// <summary>Resumes that may fail in a row before the session is given up.</summary>
    public const int ResumeAttempts = 5;

    private const long NoSequence = -1;

    private int failedResumes;
    private long sequence = NoSequence;

    public string? Id { get; private set; }

    /// <summary>Of the last event received; null before the first.</summary>
    public long? Sequence => Interlocked.Read(ref sequence) is not NoSequence and var last ? last : null;

    public string? ResumeUrl { get; private set; }

    public bool CanResume => Id is not null;

    public void Start(Ready ready)
    {
        Id = ready.SessionId;
        ResumeUrl = ready.ResumeGatewayUrl;
        Interlocked.Exchange(ref sequence, NoSequence);
        failedResumes = 0;
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
        (Id, ResumeUrl) = (null, null);
        Interlocked.Exchange(ref sequence, NoSequence);
        failedResumes = 0;
    }
}
