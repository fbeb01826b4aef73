using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.People;

/// <summary>A modal as a person sees it: a title and fields, however Discord nests them.</summary>
internal static class FormShape
{
    public static JsonObject ToJson(Form form) => new()
    {
        ["id"] = form.Id,
        ["title"] = form.Modal.Text("title"),
        ["fields"] = Fields(form).Select(field => ToJson(field.Input, field.Label)).ToJsonArray(),
    };

    /// <summary>Returns the inputs in order, each with its label, skipping texts in between.</summary>
    public static IEnumerable<(JsonObject Input, string Label)> Fields(Form form)
    {
        foreach (var part in form.Modal.Maps("components"))
        {
            if (part.Map("component") is { } labelled)
                yield return (labelled, part.Text("label") ?? "");
            foreach (var input in part.Maps("components"))
                yield return (input, input.Text("label") ?? "");
        }
    }

    public static bool IsRequired(JsonObject input) =>
        input.Number("type") != 23 && (input.Flag("required") ?? true);

    /// <summary>Returns a field's initial value; null if it has none.</summary>
    public static JsonNode? Prefilled(JsonObject input)
    {
        switch (input.Number("type"))
        {
            case 4:
                return input.Member("value")?.DeepClone();
            case 23:
                return input.Flag("default") ?? false;
            case 5 or 6 or 7 or 8:
                var ids = input.Maps("default_values").Select(one => one.Member("id").AsWritten() ?? "").ToList();
                return ids.Count == 0 ? null : ids.ToJsonArray();
            default:
                var chosen = input.Maps("options").Where(option => option.Flag("default") == true)
                    .Select(option => option.Text("value") ?? "").ToList();
                return chosen.Count == 0 ? null : IsSingle(input) ? JsonValue.Create(chosen[0]) : chosen.ToJsonArray();
        }
    }

    private static bool IsSingle(JsonObject input) =>
        input.Number("type") == 21 || (input.Number("type") != 22 && (input.Number("max_values") ?? 1) == 1);

    private static string Kind(JsonObject input) => input.Number("type") switch
    {
        4 => input.Number("style") == 2 ? "paragraph" : "text",
        3 => "select",
        5 => "user",
        6 => "role",
        7 => "mentionable",
        8 => "channel",
        19 => "file",
        21 => "radio",
        22 => "checkboxes",
        _ => "checkbox",
    };

    private static JsonObject ToJson(JsonObject input, string label)
    {
        var json = new JsonObject
        {
            ["customId"] = input.Text("custom_id"),
            ["label"] = label,
            ["kind"] = Kind(input),
            ["required"] = IsRequired(input),
        };
        if (input.List("options") is { } options)
        {
            json["choices"] = options.Select(option => new JsonObject
            {
                ["name"] = option.Text("label"),
                ["value"] = option.Text("value"),
                ["description"] = option.Text("description"),
            }).ToJsonArray();
        }

        Add("value", Prefilled(input));
        Add("placeholder", input.Member("placeholder")?.DeepClone());
        Add("minLength", input.Member("min_length")?.DeepClone());
        Add("maxLength", input.Member("max_length")?.DeepClone());
        if (input.Number("type") is not (4 or 23))
        {
            Add("minValues", input.Member("min_values")?.DeepClone());
            Add("maxValues", input.Member("max_values")?.DeepClone());
        }

        return json;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }
}
