namespace FactBot.Discord.Wire;

/// <summary>Whether a thread is archived, and when it will be.</summary>
public sealed record ThreadMetadata
{
    public bool Archived { get; init; }
    public bool Locked { get; init; }

    /// <summary>Minutes of inactivity until the thread is archived: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveDuration { get; init; }
    public DateTimeOffset? ArchiveTimestamp { get; init; }
}
