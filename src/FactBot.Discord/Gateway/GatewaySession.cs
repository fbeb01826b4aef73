using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>What has to be known to go on after a break where the events stopped.</summary>
internal sealed class GatewaySession
{
    /// <summary>Resumes that may fail in a row before the session is given up.</summary>
    public const int ResumeAttempts = 5;

    private int _failedResumes;

    public string? Id { get; private set; }

    /// <summary>Of the last event received; null before the first.</summary>
    public long? Sequence { get; private set; }

    public string? ResumeUrl { get; private set; }

    public bool CanResume => Id is not null;

    public void Start(Ready ready)
    {
        Id = ready.SessionId;
        ResumeUrl = ready.ResumeGatewayUrl;
        _failedResumes = 0;
    }

    public void Advance(long sequence) => Sequence = sequence;

    public void NoteResumed() => _failedResumes = 0;

    /// <summary>Gives the session up when it failed too often.</summary>
    public void NoteFailedResume()
    {
        if (++_failedResumes >= ResumeAttempts)
            Forget();
    }

    public void Forget()
    {
        (Id, Sequence, ResumeUrl) = (null, null, null);
        _failedResumes = 0;
    }
}
