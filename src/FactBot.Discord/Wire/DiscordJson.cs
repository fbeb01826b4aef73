using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>
/// Discord's JSON: snake_case, nulls omitted, unknown fields and enum values tolerated. A null where Discord documents none
/// is a <see cref="JsonException"/>.
/// </summary>
/// <remarks>
/// Properties with a default have a setter rather than an initialiser: for init-only ones, the generated code writes null
/// or zero if Discord leaves the field out. https://github.com/dotnet/runtime/issues/84484
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(ThreadChange))]
[JsonSerializable(typeof(DmBody))]
[JsonSerializable(typeof(NewChannelBody))]
[JsonSerializable(typeof(NewRoleBody))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
public sealed partial class DiscordJson : JsonSerializerContext;
