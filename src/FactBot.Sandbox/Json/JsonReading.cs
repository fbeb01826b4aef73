using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Json;

/// <summary>Reads members of JSON of any shape, without exceptions.</summary>
internal static class JsonReading
{
    // Otherwise nodes notice a duplicate name only when they are accessed, and throw a different exception.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">It isn't valid JSON, or has a duplicate member.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);

    public static JsonNode? Member(this JsonNode? node, string name) =>
        node is JsonObject map && map.TryGetPropertyValue(name, out var value) ? value : null;

    public static bool Has(this JsonNode? node, string name) => node is JsonObject map && map.ContainsKey(name);

    public static string? Text(this JsonNode? node, string name) => node.Member(name).AsText();

    public static long? Number(this JsonNode? node, string name) => node.Member(name).AsNumber();

    public static bool? Flag(this JsonNode? node, string name) => node.Member(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static JsonArray? List(this JsonNode? node, string name) => node.Member(name) as JsonArray;

    public static JsonObject? Map(this JsonNode? node, string name) => node.Member(name) as JsonObject;

    /// <summary>Returns the objects in a list, skipping anything else.</summary>
    public static IEnumerable<JsonObject> Maps(this JsonNode? node, string name) =>
        node.List(name)?.OfType<JsonObject>() ?? [];

    public static string? AsText(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>Returns an integer; null for fractions and anything else.</summary>
    public static long? AsNumber(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && long.TryParse(node.ToJsonString(), out var number)
            ? number
            : null;

    /// <summary>Returns a string, or a number or boolean in its written form.</summary>
    public static string? AsWritten(this JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>Returns a list of strings, to be added to another node.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<string> texts) =>
        [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>Returns a list of nodes that have no parent yet.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<JsonNode?> nodes) => [.. nodes];
}
