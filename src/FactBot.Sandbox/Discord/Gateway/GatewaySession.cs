using System.Text.Json.Nodes;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>One session of the bot: what it wants to hear, and what it was told, for a resume.</summary>
internal sealed class GatewaySession(string id, long intents, ulong shard, ulong shards)
{
    private const int Most = 10_000;

    private readonly Queue<Dispatch> history = new();

    public string Id => id;

    public long Intents => intents;

    public ulong Shard => shard;

    /// <summary>How many shards the bot said it has.</summary>
    public ulong Shards => shards;

    /// <summary>The connection it speaks on; null while it waits for a resume.</summary>
    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset LeftAt { get; set; }

    /// <summary>Until when it is told nothing although its beats are answered.</summary>
    public DateTimeOffset SilentUntil { get; set; }

    public long Sequence { get; private set; }

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

    /// <summary>What came after this sequence number; null when that is no longer, or not yet, known.</summary>
    public IReadOnlyList<Dispatch>? FindAfter(long sequence) =>
        sequence > Sequence || sequence < Sequence - history.Count ? null
            : [.. history.Where(dispatch => dispatch.Sequence > sequence)];

    public IReadOnlyList<Dispatch> Latest(int count) => [.. history.TakeLast(count)];

    internal sealed record Dispatch(long Sequence, string Type, string Frame);
}
