using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.People;

/// <summary>Converts a person's form input into the data of a modal submit, as strictly as Discord's app.</summary>
internal sealed class FormReading(OptionReading options)
{
    /// <param name="form">The form.</param>
    /// <param name="given">Values by custom id; a missing field keeps its initial value.</param>
    public JsonObject Read(Form form, JsonObject given)
    {
        var fields = FormShape.Fields(form).ToList();
        foreach (var (customId, _) in given)
        {
            if (!fields.Exists(field => field.Input.Text("custom_id") == customId))
                throw PeopleRefusal.NotPossible($"The form has no field '{customId}'.");
        }

        return new JsonObject
        {
            ["custom_id"] = form.Modal.Text("custom_id"),
            ["components"] = form.Modal.Maps("components").Select(part => ReadPart(part, given)).ToJsonArray(),
        };
    }

    /// <summary>Returns the values of a select in a message or form, each checked against its choices.</summary>
    public JsonArray ReadChosen(JsonObject select, string name, JsonNode? given)
    {
        var texts = (given as JsonArray ?? (given is null ? [] : new JsonArray(given.DeepClone())))
            .Select(one => one.AsWritten() ?? "").Where(text => text.Length > 0).ToList();
        var least = select.Number("min_values") ?? 1;
        var all = select.Number("type") == 22 ? select.List("options")?.Count ?? 1 : 1;
        var most = select.Number("max_values") ?? all;
        if (texts.Count > most || (texts.Count < least && texts.Count > 0))
            throw PeopleRefusal.NotPossible($"'{name}' takes {least} to {most} values.");
        return texts.Select(text => select.Number("type") is 5 or 6 or 7 or 8
            ? options.ReadEntity(OptionKind(select), text, select)
            : ReadChoice(select, name, text)).ToJsonArray();
    }

    private static long OptionKind(JsonObject select) => select.Number("type") switch
    {
        5 => 6,
        6 => 8,
        8 => 7,
        _ => 9,
    };

    private static string ReadChoice(JsonObject select, string name, string text)
    {
        var choices = select.Maps("options").ToList();
        var choice = choices.Find(choice => choice.Text("value") == text)
            ?? choices.Find(choice => string.Equals(choice.Text("label"), text, StringComparison.OrdinalIgnoreCase))
            ?? throw PeopleRefusal.NotPossible(
                $"'{name}' wants one of {string.Join(", ", choices.Select(choice => choice.Text("value")))}.");
        return choice.Text("value")!;
    }

    private JsonObject ReadPart(JsonObject part, JsonObject given)
    {
        var json = new JsonObject { ["type"] = part.Number("type"), ["id"] = part.Number("id") };
        if (part.Map("component") is { } labelled)
            json["component"] = ReadInput(labelled, part.Text("label") ?? "", given);
        else if (part.List("components") is not null)
            json["components"] = part.Maps("components")
                .Select(input => ReadInput(input, input.Text("label") ?? "", given)).ToJsonArray();
        return json;
    }

    private JsonObject ReadInput(JsonObject input, string label, JsonObject given)
    {
        var customId = input.Text("custom_id")!;
        var value = given.Has(customId) ? given.Member(customId) : FormShape.Prefilled(input);
        var json = new JsonObject
        {
            ["type"] = input.Number("type"),
            ["id"] = input.Number("id"),
            ["custom_id"] = customId,
        };
        switch (input.Number("type"))
        {
            case 4:
                json["value"] = ReadText(input, label, value.AsWritten() ?? "");
                break;
            case 23:
                json["value"] = value?.GetValueKind() == JsonValueKind.True || value.AsText() is "true";
                break;
            case 19:
                json["values"] = ReadFiles(value);
                break;
            case 21:
                json["value"] = ReadChosen(input, label, value).FirstOrDefault()?.DeepClone();
                break;
            default:
                json["values"] = ReadChosen(input, label, value);
                break;
        }

        var isEmpty = json.List("values") is { Count: 0 }
            || (!json.Has("values") && json.Member("value").AsWritten() is null or "");
        return isEmpty && FormShape.IsRequired(input)
            ? throw PeopleRefusal.NotPossible($"The field '{label}' is required.")
            : json;
    }

    private JsonArray ReadFiles(JsonNode? given)
    {
        var files = given is JsonObject one ? [one] : (given as JsonArray ?? []).OfType<JsonObject>();
        return files.Select(options.ReadFile).ToJsonArray();
    }

    private static string ReadText(JsonObject input, string label, string text)
    {
        var length = FormErrors.CountCharacters(text);
        var most = input.Number("max_length") ?? 4000;
        if (length > most)
            throw PeopleRefusal.NotPossible($"The field '{label}' takes at most {most} characters, not {length}.");
        return length > 0 && length < input.Number("min_length")
            ? throw PeopleRefusal.NotPossible(
                $"The field '{label}' takes at least {input.Number("min_length")} characters.")
            : text;
    }
}
