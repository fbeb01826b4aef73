using System.Text.Json;

namespace FactBot.Pages;

/// <summary>What a page says of itself in JSON-LD, by the words of schema.org.</summary>
internal static class LinkedData
{
    private const string IsFree = "isAccessibleForFree";

    /// <summary>
    /// Whether one of its things, such as a NewsArticle, is not <see href="https://schema.org/isAccessibleForFree">accessible
    /// for free</see>.
    /// </summary>
    public static bool SaysNotFree(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ThingsIn(document.RootElement).Any(IsNotFree);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonElement> ThingsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ThingsIn),
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => ThingsIn(graph).Prepend(element),
        JsonValueKind.Object => [element],
        _ => [],
    };

    private static bool IsNotFree(JsonElement thing) => thing.TryGetProperty(IsFree, out var isFree)
        && (isFree.ValueKind == JsonValueKind.False
            || (isFree.ValueKind == JsonValueKind.String && isFree.GetString()!.Trim().EndsWith("false", StringComparison.OrdinalIgnoreCase)));
}
