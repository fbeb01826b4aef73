using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord;

/// <summary>Converts the parts of a message as sent into what Discord returns.</summary>
internal static class MessageParts
{
    /// <summary>Adds the type of embeds, the inline flag of fields, and the proxy URL of images.</summary>
    public static JsonArray Embeds(JsonNode? body)
    {
        var embeds = body.List("embeds")?.DeepClone().AsArray() ?? [];
        foreach (var embed in embeds.OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (var field in embed.Maps("fields"))
                field["inline"] ??= false;
            foreach (var part in (JsonObject?[])[embed.Map("footer"), embed.Map("image"), embed])
                part?.RemoveNulls();
        }

        return embeds;
    }

    /// <summary>Adds a number to each component, counting through the message, and the defaults of selects.</summary>
    public static JsonArray Components(JsonNode? body)
    {
        var components = body.List("components")?.DeepClone().AsArray() ?? [];
        var next = 1;
        foreach (var component in components.OfType<JsonObject>())
            Number(component, ref next);
        return components;
    }

    /// <summary>Returns every component at any depth.</summary>
    public static IEnumerable<JsonObject> Walk(JsonNode? holder) =>
        holder.Maps("components").Concat(
            ((JsonObject?[])[holder.Map("component"), holder.Map("accessory")]).OfType<JsonObject>())
            .SelectMany(part => Walk(part).Prepend(part));

    private static void Number(JsonObject component, ref int next)
    {
        component.RemoveNulls();
        foreach (var option in component.Maps("options"))
            option.RemoveNulls();
        if (component.Number("id") is null or 0)
            component["id"] = next;
        next++;
        if (component.Number("type") is not (3 or 21 or 22))
            component.Remove("options");
        if (component.Number("type") is not 8)
            component.Remove("channel_types");
        if (component.Number("type") is not (5 or 6 or 7 or 8))
            component.Remove("default_values");
        switch (component.Number("type"))
        {
            case 3 or 5 or 6 or 7 or 8:
                component["min_values"] ??= 1;
                component["max_values"] ??= 1;
                break;
            case 14:
                component["spacing"] ??= 1;
                component["divider"] ??= true;
                break;
            case 17:
                component["spoiler"] ??= false;
                component["accent_color"] ??= null;
                break;
        }

        foreach (var part in component.Maps("components"))
            Number(part, ref next);
        foreach (var name in (string[])["component", "accessory"])
        {
            if (component.Map(name) is { } part)
                Number(part, ref next);
        }
    }
}
