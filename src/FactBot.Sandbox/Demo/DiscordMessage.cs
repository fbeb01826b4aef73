using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>A message in Discord's JSON, read as plain text.</summary>
public sealed record DiscordMessage(JsonObject Json)
{
    /// <summary>Content, embeds, menus and buttons, one per line.</summary>
    public string Text => string.Join('\n', Lines().Where(line => line.Length > 0));

    /// <summary>The labels of the buttons.</summary>
    public IEnumerable<string> Buttons => Components().Where(c => c["label"] is not null).Select(b => (string)b["label"]!);

    /// <summary>The prompts of the menus.</summary>
    public IEnumerable<string> Menus => Components().Where(c => c["placeholder"] is not null).Select(m => (string)m["placeholder"]!);

    /// <summary>Returns the custom id of the button with that label, or the menu with that prompt.</summary>
    /// <exception cref="InvalidOperationException">There is no such button or menu.</exception>
    public string CustomIdOf(string label) =>
        (string?)Components().FirstOrDefault(c => (string?)(c["label"] ?? c["placeholder"]) == label)?["custom_id"]
        ?? throw new InvalidOperationException($"There is no button or menu “{label}” on: {Text}");

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

        yield return string.Join(' ', Menus.Select(m => $"[{m} ▾]").Concat(Buttons.Select(b => $"[{b}]")));
    }
}
