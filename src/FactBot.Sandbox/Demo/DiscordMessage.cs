using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>A message in Discord's JSON, as a reader of plain text.</summary>
public sealed record DiscordMessage(JsonObject Json)
{
    /// <summary>Content, embeds and the labels of buttons, a line each.</summary>
    public string Text => string.Join('\n', Lines().Where(line => line.Length > 0));

    /// <summary>The labels of the buttons.</summary>
    public IEnumerable<string> Buttons => Components().Select(b => (string?)b["label"] ?? "");

    /// <summary>The custom id of the button of that label.</summary>
    /// <exception cref="InvalidOperationException">There is no such button.</exception>
    public string CustomIdOf(string label) =>
        (string?)Components().FirstOrDefault(b => (string?)b["label"] == label)?["custom_id"]
        ?? throw new InvalidOperationException($"There is no button “{label}” on: {Text}");

    private IEnumerable<JsonNode> Components() =>
        Json["components"]?.AsArray().SelectMany(row => row!["components"]?.AsArray() ?? []).Select(b => b!) ?? [];

    private IEnumerable<string> Lines()
    {
        yield return (string?)Json["content"] ?? "";
        foreach (var embed in Json["embeds"]?.AsArray() ?? [])
        {
            yield return (string?)embed!["title"] ?? "";
            yield return (string?)embed["description"] ?? "";
            foreach (var field in embed["fields"]?.AsArray() ?? [])
            {
                yield return $"{field!["name"]}: {((string?)field["value"])?.Replace("\n", "; ", StringComparison.Ordinal)}";
            }

            yield return (string?)embed["footer"]?["text"] ?? "";
        }

        var buttons = Buttons.ToList();
        yield return buttons.Count == 0 ? "" : string.Join(' ', buttons.Select(b => $"[{b}]"));
    }
}
