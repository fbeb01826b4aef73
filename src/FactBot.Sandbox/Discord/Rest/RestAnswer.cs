using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>The response to a REST call: a status and, unless 204, a body.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Body)
{
    /// <summary>Headers besides those of its bucket.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static readonly RestAnswer NoContent = new(204, null);

    public static RestAnswer Ok(JsonNode body) => new(200, body);

    public static RestAnswer Created(JsonNode body) => new(201, body);
}
