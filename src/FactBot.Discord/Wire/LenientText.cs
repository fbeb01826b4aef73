using System.Text.Json;

namespace FactBot.Discord.Wire;

/// <summary>Reads a text out of JSON from which anything may come.</summary>
internal static class LenientText
{
    /// <summary>Null when the text is not there, is something else, or has escapes that make no Unicode.</summary>
    public static string? FindText(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text)
                && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
