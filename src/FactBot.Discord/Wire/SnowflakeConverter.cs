using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetUInt64(out var number) => new Snowflake(number),
            JsonTokenType.String when Snowflake.TryParse(reader.GetString(), out var id) => id,
            _ => throw new JsonException("A snowflake is a string of digits."),
        };

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Snowflake.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A snowflake is a string of digits.");

    public override void WriteAsPropertyName(
        Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}
