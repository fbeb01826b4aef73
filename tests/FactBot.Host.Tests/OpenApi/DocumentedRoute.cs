using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>One path of the document: <c>/channels/{channel_id}/messages</c>.</summary>
internal sealed class DocumentedRoute(string template, JsonElement path)
{
    private readonly string[] parts = template.Split('/');

    public string Template => template;

    /// <summary>How many of its parts are places for a value.</summary>
    public int Places => parts.Count(IsPlace);

    public IEnumerable<string> Methods =>
        path.EnumerateObject().Select(member => member.Name).Where(name => name != "parameters");

    public bool Matches(string[] asked) =>
        asked.Length == parts.Length && parts.Zip(asked).All(pair => IsPlace(pair.First) || pair.First == pair.Second);

    public JsonElement? FindOperation(string method) =>
        path.TryGetProperty(method.ToLowerInvariant(), out var operation) ? operation : null;

    /// <summary>The parameters in the query (or path), by name.</summary>
    public Dictionary<string, JsonElement> Parameters(JsonElement operation, string place) =>
        new[] { path, operation }
            .SelectMany(holder => holder.TryGetProperty("parameters", out var list) ? [.. list.EnumerateArray()] : Array.Empty<JsonElement>())
            .Where(parameter => parameter.GetProperty("in").GetString() == place)
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!);

    /// <summary>What stands in the places of a path of this form.</summary>
    public IEnumerable<(string Name, string Value)> ReadPlaces(string asked) =>
        parts.Zip(asked.Split('/')).Where(pair => IsPlace(pair.First)).Select(pair => (pair.First[1..^1], pair.Second));

    private static bool IsPlace(string part) => part.StartsWith('{');
}
