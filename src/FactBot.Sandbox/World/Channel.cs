using System.Text.Json.Serialization;

namespace FactBot.Sandbox.World;

/// <summary>A text channel (type 0), a direct-message channel (1) or a thread (11 public, 12 private).</summary>
internal sealed class Channel
{
    public required string Id { get; init; }

    public required int Type { get; init; }

    public string? GuildId { get; init; }

    public string Name { get; set; } = "";

    public int Position { get; init; }

    public string? Topic { get; set; }

    /// <summary>For a thread: the channel it belongs to.</summary>
    public string? ParentId { get; init; }

    /// <summary>For a thread: the user who started it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>For a direct-message channel: the other person.</summary>
    public string? RecipientId { get; init; }

    public string? LastMessageId { get; set; }

    public List<Overwrite> Overwrites { get; init; } = [];

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public int AutoArchiveMinutes { get; set; } = 4320;

    public DateTimeOffset ArchiveChangedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int MessageCount { get; set; }

    public int SlowModeSeconds { get; set; }

    public List<string> ThreadMemberIds { get; init; } = [];

    [JsonIgnore]
    public bool IsThread => Type is 10 or 11 or 12;

    /// <summary>Archives a thread that has been idle for as long as its settings say.</summary>
    public void ArchiveWhenIdle(DateTimeOffset now)
    {
        if (!IsThread || Archived)
            return;
        var lastSaid = LastMessageId is null ? CreatedAt : Snowflake.TimeOf(LastMessageId);
        var idleSince = lastSaid > ArchiveChangedAt ? lastSaid : ArchiveChangedAt;
        if (now - idleSince < TimeSpan.FromMinutes(AutoArchiveMinutes))
            return;
        Archived = true;
        ArchiveChangedAt = now;
    }
}

/// <summary>A channel's changes to a role's permissions.</summary>
internal sealed record Overwrite(string RoleId, Permission Allow, Permission Deny);
