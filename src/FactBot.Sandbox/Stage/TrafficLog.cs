using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>The latest 100,000 REST exchanges and gateway frames, as JSON lines.</summary>
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

    /// <summary>Adds an interaction sent by HTTP; <paramref name="status"/> is 0 where nothing answered.</summary>
    public void AddDelivery(string address, JsonObject payload, int status, JsonNode? answer) => Add(new JsonObject
    {
        ["at"] = clock.GetUtcNow().Written(),
        ["kind"] = "delivery",
        ["address"] = address,
        ["payload"] = payload.DeepClone(),
        ["status"] = status,
        ["answer"] = answer?.DeepClone(),
    });

    public string ReadLines()
    {
        lock (lines)
        {
            return string.Concat(lines.Select(line => line + "\n"));
        }
    }

    /// <summary>Returns the latest lines, newest first.</summary>
    public IReadOnlyList<string> ReadLatest(int count)
    {
        lock (lines)
        {
            return [.. lines.Skip(lines.Count - count).Reverse()];
        }
    }

    /// <summary>Returns JSON if it is valid, otherwise the text itself; null for an empty one.</summary>
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
