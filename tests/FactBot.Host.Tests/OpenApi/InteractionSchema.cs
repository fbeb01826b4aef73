using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>
/// What INTERACTION_CREATE carries. Discord's document describes the HTTP API only and has no schema of it, so this
/// one is put together from the tables of Discord's page and from the document's own users, members, channels,
/// messages, roles and attachments.
/// </summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</remarks>
internal static class InteractionSchema
{
    private const string Payload = """
        {"type":"object","additionalProperties":false,
         "required":["id","application_id","type","token","version","app_permissions","locale","entitlements",
                     "authorizing_integration_owners","context","attachment_size_limit","channel","channel_id","data"],
         "properties":{
          "id":{"$ref":"#/components/schemas/SnowflakeType"},
          "application_id":{"$ref":"#/components/schemas/SnowflakeType"},
          "type":{"$ref":"#/components/schemas/InteractionTypes"},
          "token":{"type":"string","minLength":1},
          "version":{"const":1},
          "guild":{"type":"object","required":["id","locale","features"],"additionalProperties":false,"properties":{
            "id":{"$ref":"#/components/schemas/SnowflakeType"},
            "locale":{"$ref":"#/components/schemas/AvailableLocalesEnum"},
            "features":{"type":"array","items":{"type":"string"}}}},
          "guild_id":{"$ref":"#/components/schemas/SnowflakeType"},
          "channel_id":{"$ref":"#/components/schemas/SnowflakeType"},
          "user":{"$ref":"#/components/schemas/UserResponse"},
          "message":{"$ref":"#/components/schemas/MessageResponse"},
          "app_permissions":{"type":"string","pattern":"^\\d+$"},
          "locale":{"$ref":"#/components/schemas/AvailableLocalesEnum"},
          "guild_locale":{"$ref":"#/components/schemas/AvailableLocalesEnum"},
          "entitlements":{"type":"array","items":{"$ref":"#/components/schemas/EntitlementResponse"}},
          "entitlement_sku_ids":{"type":"array","items":{"$ref":"#/components/schemas/SnowflakeType"}},
          "authorizing_integration_owners":{"type":"object","minProperties":1,
            "additionalProperties":{"$ref":"#/components/schemas/SnowflakeType"}},
          "context":{"$ref":"#/components/schemas/InteractionContextType"},
          "attachment_size_limit":{"type":"integer","minimum":1}}}
        """;

    private const string CommandData = """
        {"type":"object","required":["id","name","type"],"additionalProperties":false,"properties":{
          "id":{"$ref":"#/components/schemas/SnowflakeType"},
          "name":{"type":"string","minLength":1,"maxLength":32},
          "type":{"$ref":"#/components/schemas/ApplicationCommandType"},
          "guild_id":{"$ref":"#/components/schemas/SnowflakeType"},
          "target_id":{"$ref":"#/components/schemas/SnowflakeType"}}}
        """;

    private const string Option = """
        {"type":"object","required":["name","type"],"additionalProperties":false,"properties":{
          "name":{"type":"string","minLength":1,"maxLength":32},
          "type":{"type":"integer","minimum":1,"maximum":11},
          "value":{"type":["string","number","boolean"]},
          "focused":{"const":true}}}
        """;

    private const string ComponentData = """
        {"type":"object","required":["custom_id","component_type"],"additionalProperties":false,"properties":{
          "id":{"type":"integer","format":"int32"},
          "custom_id":{"type":"string","minLength":1,"maxLength":100},
          "component_type":{"enum":[2,3,5,6,7,8]},
          "values":{"type":"array","maxItems":25,"items":{"type":"string"}}}}
        """;

    private const string FormData = """
        {"type":"object","required":["custom_id","components"],"additionalProperties":false,"properties":{
          "custom_id":{"type":"string","minLength":1,"maxLength":100}}}
        """;

    private const string Field = """
        {"type":"object","required":["type","id"],"additionalProperties":false,"properties":{
          "type":{"enum":[1,3,4,5,6,7,8,10,18,19,21,22,23]},
          "id":{"type":"integer","format":"int32"},
          "custom_id":{"type":"string","minLength":1,"maxLength":100},
          "value":{"type":["string","boolean","null"]},
          "values":{"type":"array","items":{"type":"string"}}}}
        """;

    /// <summary>The schema of an interaction of this type.</summary>
    public static JsonElement Of(long? type, JsonElement document)
    {
        var schema = Parse(Payload);
        var resolved = Resolved(document);
        var properties = schema["properties"]!.AsObject();
        properties["data"] = type switch
        {
            3 => With(ComponentData, "resolved", resolved),
            5 => With(FormData, "resolved", resolved, "components", List(Nested(Field, "component", "components"))),
            _ => With(CommandData, "resolved", resolved, "options", List(Nested(Nested(Option, "options"), "options"))),
        };
        properties["channel"] = Partial(document, "GuildChannelResponse", ["id", "type"], Threads(document));
        properties["member"] = Partial(
            document, "PrivateGuildMemberResponse", ["user", "permissions", "roles", "joined_at", "flags"],
            new() { ["unusual_dm_activity_until"] = Parse("""{"type":["string","null"],"format":"date-time"}""") });
        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonObject Resolved(JsonElement document) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["users"] = Map(Reference("UserResponse")),
            ["members"] = Map(PartialMember(document)),
            ["roles"] = Map(Reference("GuildRoleResponse")),
            ["channels"] = Map(Partial(document, "GuildChannelResponse", ["id", "type", "permissions"], Threads(document))),
            ["messages"] = Map(Reference("MessageResponse")),
            ["attachments"] = Map(Reference("MessageAttachmentResponse")),
        },
    };

    // "Partial Member objects are missing user, deaf and mute fields", says the page of the resolved data.
    private static JsonObject PartialMember(JsonElement document)
    {
        var schema = Partial(document, "PrivateGuildMemberResponse", ["permissions", "roles", "joined_at", "flags"], []);
        schema["additionalProperties"] = false;
        foreach (var name in (string[])["user", "deaf", "mute"])
        {
            schema["properties"]!.AsObject().Remove(name);
        }

        return schema;
    }

    private static JsonObject Threads(JsonElement document)
    {
        var names = Partial(document, "ThreadResponse", [], [])["properties"]!.AsObject();
        var own = Partial(document, "GuildChannelResponse", [], [])["properties"]!.AsObject();
        var only = new JsonObject { ["app_permissions"] = Parse("""{"type":"string","pattern":"^\\d+$"}""") };
        only["recipients"] = List(Reference("UserResponse"));
        foreach (var (name, schema) in names.Where(pair => !own.ContainsKey(pair.Key)))
        {
            only[name] = schema!.DeepClone();
        }

        // A channel's type is here one of all.
        only["type"] = Parse("""{"$ref":"#/components/schemas/ChannelTypes"}""");
        return only;
    }

    private static JsonObject Partial(JsonElement document, string name, string[] required, JsonObject also)
    {
        var schema = Parse(document.GetProperty("components").GetProperty("schemas").GetProperty(name).GetRawText());
        schema["required"] = new JsonArray([.. required.Select(one => JsonValue.Create(one))]);
        foreach (var (key, value) in also)
        {
            schema["properties"]![key] = value!.DeepClone();
        }

        return schema;
    }

    private static JsonObject With(string schema, params IReadOnlyList<object> pairs)
    {
        var json = Parse(schema);
        foreach (var pair in pairs.Chunk(2))
        {
            json["properties"]![(string)pair[0]] = ((JsonObject)pair[1]).DeepClone();
        }

        return json;
    }

    private static JsonObject Nested(string schema, params string[] names) => Nested(Parse(schema), names);

    private static JsonObject Nested(JsonObject schema, params string[] names)
    {
        var outer = schema.DeepClone().AsObject();
        foreach (var name in names)
        {
            outer["properties"]![name] = name == "component" ? schema.DeepClone() : List(schema.DeepClone().AsObject());
        }

        return outer;
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Map(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
