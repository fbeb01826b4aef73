using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>
/// Schemas of gateway events, of which the document has none: the ones of what they tell of, with the members that Discord's
/// page adds.
/// </summary>
/// <remarks>https://docs.discord.com/developers/events/gateway-events</remarks>
internal static class EventSchema
{
    private static readonly Dictionary<string, (string Schema, string[] Added)> Known = new(StringComparer.Ordinal)
    {
        ["MESSAGE_CREATE"] = ("MessageResponse", ["guild_id", "member"]),
        ["MESSAGE_UPDATE"] = ("MessageResponse", ["guild_id", "member"]),
        ["CHANNEL_CREATE"] = ("GuildChannelResponse", []),
        ["CHANNEL_UPDATE"] = ("GuildChannelResponse", []),
        ["CHANNEL_DELETE"] = ("GuildChannelResponse", []),
        ["THREAD_CREATE"] = ("ThreadResponse", ["newly_created"]),
        ["THREAD_UPDATE"] = ("ThreadResponse", []),
        ["GUILD_MEMBER_UPDATE"] = ("GuildMemberResponse", ["guild_id"]),
    };

    /// <summary>Returns the schema of an event's data; null where there is none.</summary>
    public static JsonElement? Of(string type, JsonElement root)
    {
        if (!Known.TryGetValue(type, out var known))
            return null;
        var schemas = root.GetProperty("components").GetProperty("schemas");
        var schema = JsonNode.Parse(schemas.GetProperty(known.Schema).GetRawText())!.AsObject();
        foreach (var name in known.Added)
            schema["properties"]![name] = new JsonObject();
        return JsonSerializer.SerializeToElement(schema);
    }
}
