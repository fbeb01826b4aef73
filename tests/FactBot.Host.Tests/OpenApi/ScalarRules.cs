using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>The keywords that look at one value: constants, lengths, ranges, patterns and formats.</summary>
internal static class ScalarRules
{
    public static void Check(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            outcome.Refuse(path, $"{constant.GetRawText()}, not {Shown(value)}");
        }

        if (schema.TryGetProperty("enum", out var choices)
            && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            outcome.Refuse(path, $"one of {Shown(choices)}, not {Shown(value)}");
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            CheckText(schema, value.GetString()!, path, outcome);
        }
        else if (value.ValueKind == JsonValueKind.Number)
        {
            CheckNumber(schema, value, path, outcome);
        }
    }

    /// <summary>Checks a count against <c>min…</c> and <c>max…</c>.</summary>
    public static void CheckBounds(
        JsonElement schema, string of, int count, string words, string path, SchemaOutcome outcome)
    {
        if (schema.TryGetProperty("min" + of, out var least) && count < least.GetInt64())
        {
            outcome.Refuse(path, $"at least {least} {words}, not {count}");
        }

        if (schema.TryGetProperty("max" + of, out var most) && count > most.GetInt64())
        {
            outcome.Refuse(path, $"at most {most} {words}, not {count}");
        }
    }

    private static void CheckText(JsonElement schema, string text, string path, SchemaOutcome outcome)
    {
        // The standard counts characters, not UTF-16 units.
        CheckBounds(schema, "Length", text.EnumerateRunes().Count(), "characters", path, outcome);
        if (schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript))
        {
            outcome.Refuse(path, $"text like {pattern}");
        }

        if (schema.TryGetProperty("format", out var format) && !IsOfFormat(text, format.GetString()!))
        {
            outcome.Refuse(path, $"a {format}, not {Shown(JsonSerializer.SerializeToElement(text))}");
        }
    }

    private static bool IsOfFormat(string text, string format) => format switch
    {
        "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "date-time" => text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "nonce" => text.Length <= 25,
        _ => throw new NotSupportedException($"The schema's format '{format}' is not known."),
    };

    private static void CheckNumber(JsonElement schema, JsonElement value, string path, SchemaOutcome outcome)
    {
        var number = value.GetDecimal();
        if (schema.TryGetProperty("minimum", out var least) && number < least.GetDecimal())
        {
            outcome.Refuse(path, $"at least {least}, not {value}");
        }

        if (schema.TryGetProperty("maximum", out var most) && number > most.GetDecimal())
        {
            outcome.Refuse(path, $"at most {most}, not {value}");
        }

        if (schema.TryGetProperty("format", out var format)
            && ((format.GetString() == "int32" && !value.TryGetInt32(out _))
                || (format.GetString() == "int64" && !value.TryGetInt64(out _))))
        {
            outcome.Refuse(path, $"an {format}, not {value}");
        }
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
