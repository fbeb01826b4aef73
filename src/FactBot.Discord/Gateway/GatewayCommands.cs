using System.Buffers;
using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>The three commands that a bot like this one sends to the gateway.</summary>
internal static class GatewayCommands
{
    /// <param name="sequence">The number of the last event; null before the first.</param>
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(GatewayOpcode.Heartbeat, writer =>
    {
        if (sequence is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    });

    public static ReadOnlyMemory<byte> Identify(string token, GatewayIntents intents, Shard shard) =>
        Write(GatewayOpcode.Identify, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("token", token);
            writer.WriteNumber("intents", (int)intents);
            writer.WriteStartObject("properties");
            writer.WriteString("os", OperatingSystem.IsWindows() ? "windows" : "linux");
            writer.WriteString("browser", "FactBot");
            writer.WriteString("device", "FactBot");
            writer.WriteEndObject();
            if (shard.Count > 1)
            {
                writer.WriteStartArray("shard");
                writer.WriteNumberValue(shard.Id);
                writer.WriteNumberValue(shard.Count);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Resume(string token, string sessionId, long? sequence) =>
        Write(GatewayOpcode.Resume, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("token", token);
            writer.WriteString("session_id", sessionId);
            writer.WriteNumber("seq", sequence ?? 0);
            writer.WriteEndObject();
        });

    private static ReadOnlyMemory<byte> Write(GatewayOpcode opcode, Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes);
        writer.WriteStartObject();
        writer.WriteNumber("op", (int)opcode);
        writer.WritePropertyName("d");
        data(writer);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenMemory;
    }
}
