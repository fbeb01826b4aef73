using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Interactions;

/// <summary>Reads interactions, however they arrived.</summary>
public static class InteractionReader
{
    /// <summary>Reads an interaction; null if the JSON isn't one.</summary>
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
    /// Reads an interaction; null if the JSON isn't one. One of an unknown shape is returned with just enough to tell the
    /// person so, and with the error.
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
