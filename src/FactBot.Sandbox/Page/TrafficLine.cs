using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Page;

/// <summary>An exchange or frame, for people to read.</summary>
/// <param name="At">When it happened.</param>
/// <param name="What">A one-line description: the call with its status, or the sender and the event.</param>
/// <param name="IsKept">Whether it followed Discord's rules.</param>
/// <param name="Verdict">The same in words, with Discord's reason.</param>
/// <param name="Json">All of it.</param>
internal sealed partial record TrafficLine(DateTimeOffset At, string What, bool IsKept, string Verdict, string Json)
{
    private static readonly JsonSerializerOptions Indented = new(JsonWriting.Plain) { WriteIndented = true };

    public static TrafficLine Of(string line)
    {
        var json = JsonReading.Parse(line);
        var isKept = json.Text("fault") is not null || json.Number("status") is not >= 400;
        return new TrafficLine(
            DateTimeOffset.Parse(json.Text("at")!, CultureInfo.InvariantCulture),
            json.Text("kind") == "rest"
                ? $"{json.Text("method")} {Token().Replace(json.Text("path") ?? "", "…")} → {json.Number("status")}"
                : $"{(json.Text("from") == "bot" ? "Bot" : "Discord")}: {NameOf(json.Member("frame"))}",
            isKept,
            json.Text("fault") is { } fault ? $"a fault you made: {fault}"
                : isKept ? "kept"
                : $"refused: {json.Member("response").Text("message") ?? "no reason"}",
            json!.ToJsonString(Indented));
    }

    // An interaction's token means nothing to people, and is as long as the rest.
    [GeneratedRegex("[0-9a-f]{40,}")]
    private static partial Regex Token();

    private static string NameOf(JsonNode? frame) => frame.Text("t") ?? frame.Number("op") switch
    {
        0 => "dispatch",
        1 => "heartbeat",
        2 => "identify",
        6 => "resume",
        7 => "reconnect",
        9 => "invalid session",
        10 => "hello",
        11 => "heartbeat acknowledged",
        _ => "frame",
    };
}
