using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

// Discord's OpenAPI document takes a command's default_member_permissions as an integer and returns it as a string.
internal sealed class PermissionsAsNumberConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PermissionsConverter.ReadBits(ref reader);

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((ulong)value);
}
