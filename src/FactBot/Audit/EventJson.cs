using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactBot.Chat;

namespace FactBot.Audit;

/// <summary>Serializes events for the audit trail: JSON with ids as strings.</summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdConverter<PersonId>(id => id.Value, value => new(value)),
            new IdConverter<ChannelId>(id => id.Value, value => new(value)),
            new IdConverter<RoleId>(id => id.Value, value => new(value)),
        },
    };

    public static string Write(DeskEvent deskEvent) => JsonSerializer.Serialize(deskEvent, Options);

    /// <exception cref="JsonException">The JSON isn't an event, or is one this version doesn't know.</exception>
    public static DeskEvent Read(string json) =>
        JsonSerializer.Deserialize<DeskEvent>(json, Options) ?? throw new JsonException("An audit entry holds no event.");

    private sealed class IdConverter<T>(Func<T, ulong> valueOf, Func<ulong, T> make) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            make(ulong.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(valueOf(value).ToString(CultureInfo.InvariantCulture));
    }
}
