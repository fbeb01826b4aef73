using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A message as Discord returns it.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message</remarks>
public sealed record Message
{
    public Snowflake Id { get; init; }
    public Snowflake ChannelId { get; init; }
    public string Content { get; set; } = "";
    public User Author { get; set; } = new();
    public DateTimeOffset Timestamp { get; init; }
    public DateTimeOffset? EditedTimestamp { get; init; }
    public IReadOnlyList<Embed> Embeds { get; set; } = [];
    public IReadOnlyList<Component> Components { get; set; } = [];
    public IReadOnlyList<Attachment> Attachments { get; set; } = [];
    public MessageFlags Flags { get; init; }

    [JsonConverter(typeof(TextConverter))]
    public string? Nonce { get; init; }

    /// <summary>The thread started from this message, which has the same id.</summary>
    public Channel? Thread { get; init; }
}
