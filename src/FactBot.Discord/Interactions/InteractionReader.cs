using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Interactions;

/// <summary>Reads the body of an interaction that came by HTTP.</summary>
public static class InteractionReader
{
    /// <summary>Null for what is no interaction.</summary>
    public static Interaction? Find(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
