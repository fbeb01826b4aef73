using System.Text.Json;

namespace FactBot.Discord.Wire;

/// <summary>Reads strings from untrusted JSON.</summary>
internal static class LenientText
{
    /// <summary>Returns the string; null if it is missing, isn't a string, or has escapes that aren't valid Unicode.</summary>
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
