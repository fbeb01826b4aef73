using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Every REST exchange and gateway frame, as JSON lines; the latest hundred thousand.</summary>
internal sealed class TrafficLog(TimeProvider clock)
{
    private const int Most = 100_000;

    private readonly Queue<string> lines = new();

    public void AddFrame(string from, int connection, string frame) => Add(new JsonObject
    {
        ["at"] = clock.GetUtcNow().Written(),
        ["kind"] = "gateway",
        ["from"] = from,
        ["connection"] = connection,
        ["frame"] = Read(frame),
    });

    public void AddRest(JsonObject exchange)
    {
        exchange.Insert(0, "at", clock.GetUtcNow().Written());
        exchange.Insert(1, "kind", "rest");
        Add(exchange);
    }

    public string ReadLines()
    {
        lock (lines)
        {
            return string.Concat(lines.Select(line => line + "\n"));
        }
    }

    /// <summary>The latest lines, the newest first.</summary>
    public IReadOnlyList<string> ReadLatest(int count)
    {
        lock (lines)
        {
            return [.. lines.Skip(lines.Count - count).Reverse()];
        }
    }

    /// <summary>JSON where it is JSON, otherwise the text itself; null for nothing.</summary>
    public static JsonNode? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return JsonReading.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private void Add(JsonObject line)
    {
        var written = line.ToJsonString(JsonWriting.Plain);
        lock (lines)
        {
            lines.Enqueue(written);
            if (lines.Count > Most)
                lines.Dequeue();
        }
    }
}
