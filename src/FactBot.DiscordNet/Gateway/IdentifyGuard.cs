using System.Text.Json;
using Discord.Net.WebSockets;
using FactBot.Discord.Gateway;

namespace FactBot.DiscordNet.Gateway;

/// <summary>
/// Lets Discord.Net's Identifies through no faster than Discord accepts them, and no more than a day's budget allows, across
/// restarts. On its own, Discord.Net identifies again as often as Discord calls its session invalid.
/// </summary>
internal sealed class IdentifyGuard(IdentifyGate gate, GatewayFinder finder, TimeProvider time)
{
    /// <summary>Why the next session has to wait, if it does.</summary>
    public ConnectionStatus Status { get; } = new(time);

    /// <summary>Creates a guarded socket. It doesn't connect yet.</summary>
    public IWebSocketClient OpenSocket() => new GuardedSocket(DefaultWebSocketProvider.Instance(), this);

    /// <summary>Returns when the frame may be sent.</summary>
    public async Task PassAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        if (FindShard(frame) is not { } shard)
        {
            return;
        }

        while (true)
        {
            var gateway = await finder.FindAsync(Status, cancellationToken);
            using var turn = await gate.EnterAsync(shard, gateway.SessionStartLimit, Status, cancellationToken);
            if (turn is not null)
            {
                await turn.UseAsync(cancellationToken);
                return;
            }
        }
    }

    /// <summary>Returns the shard of an Identify; null for any other frame.</summary>
    private static Shard? FindShard(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        return json.RootElement.GetProperty("op").GetInt32() != (int)GatewayOpcode.Identify ? null
            : json.RootElement.GetProperty("d").TryGetProperty("shard", out var shard) && shard.ValueKind == JsonValueKind.Array
                ? new Shard(shard[0].GetInt32(), shard[1].GetInt32())
                : new Shard(0, 1);
    }
}
