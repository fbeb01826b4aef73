using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>
/// Holds a value against a schema: as much of JSON Schema 2020-12 as Discord's OpenAPI document uses.
/// </summary>
/// <param name="document">What <c>$ref</c> points into.</param>
/// <remarks>https://json-schema.org/draft/2020-12/json-schema-validation</remarks>
internal sealed class SchemaValidator(JsonElement document)
{
    public SchemaOutcome Validate(JsonElement schema, JsonElement value, string path = "")
    {
        var outcome = new SchemaOutcome();
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            CheckBoolean(schema, path, outcome);
            return outcome;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            outcome.Merge(Validate(Resolve(reference.GetString()!), value, path));
        }

        CheckCombinations(schema, value, path, outcome);
        if (!CheckType(schema, value, path, outcome))
        {
            return outcome;
        }

        ScalarRules.Check(schema, value, path, outcome);
        CheckObject(schema, value, path, outcome);
        CheckArray(schema, value, path, outcome);
        return outcome;
    }

    /// <summary>What a <c>#/…</c> reference points to.</summary>
    /// <exception cref="KeyNotFoundException">It points nowhere.</exception>
    public JsonElement Resolve(string reference)
    {
        var place = document;
        foreach (var part in reference.Split('/').Skip(1))
        {
            place = place.GetProperty(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }

        return place;
    }

    private static void CheckBoolean(JsonElement schema, string path, SchemaOutcome outcome)
    {
        if (schema.GetBoolean())
        {
            outcome.LeaveFree(path);
        }
        else
        {
            outcome.Refuse(path, "nothing here");
        }
    }

    private void CheckCombinations(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        foreach (var part in Branches(schema, "allOf"))
        {
            outcome.Merge(Validate(part, value, path));
        }

        CheckChoice(schema, "anyOf", value, path, outcome);
        CheckChoice(schema, "oneOf", value, path, outcome);
    }

    private void CheckChoice(JsonElement schema, string keyword, JsonElement value, string path, SchemaOutcome outcome)
    {
        var outcomes = Branches(schema, keyword).Select(branch => Validate(branch, value, path)).ToList();
        if (outcomes.Count == 0)
        {
            return;
        }

        var valid = outcomes.FindAll(one => one.IsValid);
        valid.ForEach(outcome.Merge);
        if (valid.Count == 0)
        {
            outcome.Merge(Closest(outcomes, path));
        }
        else if (keyword == "oneOf" && valid.Count > 1)
        {
            outcome.Refuse(path, $"only one of {outcomes.Count} forms, not {valid.Count} at once");
        }
    }

    // Of many forms the one that was meant is the one that is wrong deepest inside, not at its type.
    private static SchemaOutcome Closest(List<SchemaOutcome> outcomes, string path)
    {
        var constants = outcomes.TrueForAll(one => one.Faults is [{ Path: var at }] && at == path);
        if (!constants)
        {
            return outcomes.OrderBy(one => one.Faults.Exists(IsOfKind) ? 1 : 0)
                .ThenByDescending(one => one.Known.Count).ThenBy(one => one.Faults.Count).First();
        }

        var all = new SchemaOutcome();
        all.Refuse(path, string.Join(" or ", outcomes.Select(one => one.Faults[0].Expected).Distinct()));
        return all;

        bool IsOfKind(SchemaFault fault) => fault.Path == path || fault.Path == JsonPath.Member(path, "type");
    }

    private static bool CheckType(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return true;
        }

        List<string> types = type.ValueKind == JsonValueKind.Array
            ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
            : [type.GetString()!];
        if (types.Exists(one => IsOfType(value, one)))
        {
            return true;
        }

        outcome.Refuse(path, $"{string.Join(" or ", types)}, not {value.ValueKind.ToString().ToLowerInvariant()}");
        return false;
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The schema's type '{type}' is not known."),
    };

    private void CheckObject(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in Branches(schema, "required").Select(one => one.GetString()!))
        {
            if (!value.TryGetProperty(name, out _))
            {
                outcome.Refuse(JsonPath.Member(path, name), "to be there (required)");
            }
        }

        ScalarRules.CheckBounds(schema, "Properties", value.EnumerateObject().Count(), "members", path, outcome);
        var hasNames = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        if (!hasNames && !hasOthers && IsPlainObject(schema))
        {
            outcome.LeaveFree(path);
        }

        foreach (var member in value.EnumerateObject())
        {
            var place = JsonPath.Member(path, member.Name);
            if (hasNames && properties.TryGetProperty(member.Name, out var own))
            {
                outcome.Know(place);
                outcome.Merge(Validate(own, member.Value, place));
            }
            else if (hasOthers)
            {
                outcome.Know(place);
                outcome.Merge(Validate(others, member.Value, place));
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var items = value.EnumerateArray().ToList();
        ScalarRules.CheckBounds(schema, "Items", items.Count, "items", path, outcome);
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && items.Index().Any(item => items.Take(item.Index).Any(before => JsonElement.DeepEquals(before, item.Item))))
        {
            outcome.Refuse(path, "no item twice");
        }

        if (!schema.TryGetProperty("items", out var each))
        {
            return;
        }

        foreach (var (index, item) in items.Index())
        {
            outcome.Merge(Validate(each, item, JsonPath.Item(path, index)));
        }
    }

    private static bool IsPlainObject(JsonElement schema) =>
        !schema.EnumerateObject().Any(keyword => keyword.Name is "$ref" or "allOf" or "anyOf" or "oneOf");

    private static List<JsonElement> Branches(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var branches) ? [.. branches.EnumerateArray()] : [];
}
