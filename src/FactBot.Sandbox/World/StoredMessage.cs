using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>A message in Discord's JSON, with what only the pretend Discord knows about it.</summary>
internal sealed class StoredMessage
{
    // Neither ever changes, and each change of the world searches a channel of perhaps ten thousand messages for them.
    private string? id;
    private string? channelId;

    public required JsonObject Json { get; init; }

    /// <summary>The only person who sees it; null if everybody in the channel does.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The command it answers, as a person types it: <c>claim submit</c>; null if it answers none.</summary>
    public string? Command { get; init; }

    [JsonIgnore]
    public string Id => id ??= Json.Text("id")!;

    [JsonIgnore]
    public string ChannelId => channelId ??= Json.Text("channel_id")!;

    [JsonIgnore]
    public string AuthorId => Json.Map("author").Text("id")!;

    [JsonIgnore]
    public long Flags
    {
        get => Json.Number("flags") ?? 0;
        set => Json["flags"] = value;
    }

    /// <summary>Who reacted with what, in the order of the first reaction.</summary>
    public List<Reaction> Reactions { get; init; } = [];

    /// <summary>For a poll: who voted for which of its answers.</summary>
    public List<PollVote> Votes { get; init; } = [];

    /// <summary>When it was pinned; null if it isn't.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>Whether a person or the bot wrote it; otherwise Discord did, to say that something happened.</summary>
    [JsonIgnore]
    public bool IsWritten => Json.Number("type") is 0 or 19 or 20 or 23;

    public bool IsVisibleTo(string? personId) => VisibleTo is null || VisibleTo == personId;
}

/// <summary>An emoji on a message; <paramref name="EmojiId"/> is null for one of Unicode's.</summary>
internal sealed record Reaction(string? EmojiId, string Name, List<string> UserIds);

/// <summary>A vote in a poll.</summary>
internal sealed record PollVote(string UserId, long AnswerId);
