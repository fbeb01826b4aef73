using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FactBot.Sandbox.World;

/// <summary>
/// A channel of a guild (0 text, 2 voice, 4 category, 5 announcement, 13 stage, 15 forum, 16 media), a direct-message channel (1)
/// or a thread (10 in an announcement channel, 11 public, 12 private).
/// </summary>
internal sealed class Channel
{
    public required string Id { get; init; }

    public required int Type { get; set; }

    public string? GuildId { get; init; }

    public string Name { get; set; } = "";

    public int Position { get; set; }

    public string? Topic { get; set; }

    /// <summary>For a thread the channel it belongs to, for another channel its category.</summary>
    public string? ParentId { get; set; }

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

    /// <summary>For a thread: how many messages it has, without its first.</summary>
    public int MessageCount { get; set; }

    /// <summary>The same with those that were deleted.</summary>
    public int MessagesEver { get; set; }

    /// <summary>For a private thread: whether those in it may add others.</summary>
    public bool Invitable { get; set; } = true;

    public int SlowModeSeconds { get; set; }

    public List<string> ThreadMemberIds { get; init; } = [];

    /// <summary>Whether messages can be in it without a thread.</summary>
    [JsonIgnore]
    public bool HasMessages => Type is not (4 or 15 or 16);

    /// <summary>Whether each of its threads begins with a message of its own.</summary>
    [JsonIgnore]
    public bool IsForum => Type is 15 or 16;

    /// <summary>What only some types have, such as a forum's tags or a voice channel's bitrate, as Discord writes it.</summary>
    public JsonObject Settings { get; init; } = [];

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

/// <summary>A channel's changes to the permissions of a role or a member.</summary>
internal sealed record Overwrite(string TargetId, Permission Allow, Permission Deny, bool IsMember = false);
