using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A person's action that needs a response: a command, click, form or autocomplete.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding</remarks>
public sealed record Interaction
{
    public Snowflake Id { get; init; }
    public Snowflake ApplicationId { get; init; }
    public InteractionType Type { get; init; }
    public InteractionData? Data { get; init; }
    public Snowflake? GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>The person, in a guild; otherwise see <see cref="User"/>.</summary>
    public Member? Member { get; init; }
    public User? User { get; init; }

    /// <summary>Grants the right to respond: first within 3 seconds, and for 15 minutes in all. Never log it.</summary>
    public string Token { get; set; } = "";

    /// <summary>The message that the clicked component or the form belongs to.</summary>
    public Message? Message { get; init; }
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }

    /// <summary>What the app may do in the channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>The largest file, in bytes, that the person may upload.</summary>
    public long? AttachmentSizeLimit { get; init; }
    public InteractionContext? Context { get; init; }

    /// <summary>Why it couldn't be read, if only enough to respond is known; null if it was read in full.</summary>
    [JsonIgnore]
    public JsonException? Unread { get; init; }

    // A record prints its properties, and the token must not reach a log that way.
    public override string ToString() => $"Interaction {Id} ({Type})";
}
