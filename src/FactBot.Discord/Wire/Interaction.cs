using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>One act of a person that wants an answer: a command, click, form or completion.</summary>
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

    /// <summary>The person, in a guild; elsewhere it is <see cref="User"/>.</summary>
    public Member? Member { get; init; }
    public User? User { get; init; }

    /// <summary>The right to answer, for 3 seconds first and 15 minutes in all. Never to be logged.</summary>
    public string Token { get; set; } = "";

    /// <summary>The message a clicked component or a form is attached to.</summary>
    public Message? Message { get; init; }
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }

    /// <summary>What the app may do in the channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>Largest file in bytes that the person may upload.</summary>
    public long? AttachmentSizeLimit { get; init; }
    public InteractionContext? Context { get; init; }

    /// <summary>
    /// What kept it from being read, where no more of it is known than how to answer; null for a whole one.
    /// </summary>
    [JsonIgnore]
    public JsonException? Unread { get; init; }

    // A record prints its properties, and the token must not reach a log that way.
    public override string ToString() => $"Interaction {Id} ({Type})";
}
