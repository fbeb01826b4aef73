using System.Text.Json.Nodes;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>A session of the bot: the events it asked for, and those it was sent, for a resume.</summary>
internal sealed class GatewaySession(string id, long intents, ulong shard, ulong shards)
{
    private const int Most = 10_000;

    private readonly Queue<Dispatch> history = new();

    public string Id => id;

    public long Intents => intents;

    public ulong Shard => shard;

    /// <summary>The number of shards the bot said it has.</summary>
    public ulong Shards => shards;

    /// <summary>Its connection; null while it waits for a resume.</summary>
    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset LeftAt { get; set; }

    /// <summary>It gets no events until this time, although its heartbeats are acknowledged.</summary>
    public DateTimeOffset SilentUntil { get; set; }

    public long Sequence { get; private set; }

    /// <summary>Whether it asked for one of these intents.</summary>
    public bool Covers(long intent) => intent == Intent.Always || (intents & intent) != 0;

    public bool Hears(string? guildId) =>
        guildId is null ? shard == 0 : (Snowflake.Read(guildId) >> 22) % shards == shard;

    public Dispatch Add(string type, JsonNode? data)
    {
        var frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = ++Sequence, ["d"] = data?.DeepClone() };
        var dispatch = new Dispatch(Sequence, type, frame.ToJsonString());
        history.Enqueue(dispatch);
        if (history.Count > Most)
            history.Dequeue();
        return dispatch;
    }

    /// <summary>Returns the events after this sequence number; null if that is no longer, or not yet, known.</summary>
    public IReadOnlyList<Dispatch>? FindAfter(long sequence) =>
        sequence > Sequence || sequence < Sequence - history.Count ? null
            : [.. history.Where(dispatch => dispatch.Sequence > sequence)];

    public IReadOnlyList<Dispatch> Latest(int count) => [.. history.TakeLast(count)];

    internal sealed record Dispatch(long Sequence, string Type, string Frame);
}
