using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>A frame from Discord.</summary>
internal sealed record GatewayFrame(GatewayOpcode Opcode, JsonElement Data, long? Sequence, string? Name)
{
    /// <summary>Parses a frame; null if the JSON isn't one.</summary>
    public static GatewayFrame? Find(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("op", out var op) || op.ValueKind != JsonValueKind.Number
                || !op.TryGetInt32(out var opcode))
            {
                return null;
            }
            return new GatewayFrame(
                (GatewayOpcode)opcode,
                root.TryGetProperty("d", out var data) ? data.Clone() : default,
                root.TryGetProperty("s", out var sequence) && sequence.ValueKind == JsonValueKind.Number
                    && sequence.TryGetInt64(out var number) ? number : null,
                root.FindText("t"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The heartbeat interval of a Hello; null if this isn't a Hello or its interval makes no sense.</summary>
    public TimeSpan? FindHeartbeatInterval() =>
        Data.ValueKind == JsonValueKind.Object
        && Data.TryGetProperty("heartbeat_interval", out var interval) && interval.ValueKind == JsonValueKind.Number
        && interval.GetDouble() is >= 1 and < int.MaxValue and var milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
