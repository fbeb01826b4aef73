using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>The first event of a new session.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway-events#ready</remarks>
public sealed record Ready
{
    [JsonPropertyName("v")]
    public int Version { get; init; }
    public User User { get; set; } = new();

    /// <summary>The guilds the app is in, all unavailable until their GUILD_CREATE arrives.</summary>
    public IReadOnlyList<Guild> Guilds { get; set; } = [];
    public string SessionId { get; set; } = "";
    public string ResumeGatewayUrl { get; set; } = "";
    public Application Application { get; set; } = new();
}
