using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Interactions;

/// <summary>Reads interactions, however they came.</summary>
public static class InteractionReader
{
    /// <summary>Null for what is no interaction.</summary>
    public static Interaction? Find(ReadOnlySpan<byte> json)
    {
        try
        {
            return Find(JsonSerializer.Deserialize(json, DiscordJson.Default.JsonElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Null for what is no interaction. One of a shape that nobody knows comes with all that is needed to tell the person so,
    /// and with what was wrong.
    /// </summary>
    public static Interaction? Find(JsonElement json)
    {
        try
        {
            return json.Deserialize(DiscordJson.Default.Interaction);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return FindAnswerable(json, e as JsonException ?? new JsonException(e.Message, e));
        }
    }

    private static Interaction? FindAnswerable(JsonElement json, JsonException unread) =>
        Snowflake.TryParse(json.FindText("id"), out var id)
        && json.FindText("token") is { Length: > 0 } token
        && json.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.Number && kind.TryGetInt32(out var type)
        && Enum.IsDefined((InteractionType)type)
            ? new Interaction
            {
                Id = id,
                ApplicationId = Snowflake.TryParse(json.FindText("application_id"), out var application) ? application : default,
                Type = (InteractionType)type,
                Token = token,
                Unread = unread,
            }
            : null;
}
