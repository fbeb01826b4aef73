using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of interactive components: buttons, selects and the inputs of a form.</summary>
internal static class ControlRules
{
    /// <summary>Checks a button or select of a message.</summary>
    public static void Check(JsonNode? control, string path, HashSet<string> customIds, FormErrors errors)
    {
        switch (control.Number("type"))
        {
            case 2:
                CheckButton(control, path, customIds, errors);
                break;
            case 3 or 5 or 6 or 7 or 8:
                CheckSelect(control, path, customIds, errors);
                break;
            default:
                errors.Choice($"{path}.type", "2, 3, 5, 6, 7, 8");
                break;
        }
    }

    public static void CheckCustomId(JsonNode? control, string path, HashSet<string> customIds, FormErrors errors)
    {
        var customId = control.Text("custom_id");
        errors.Length($"{path}.custom_id", customId, 1, 100);
        if (!string.IsNullOrEmpty(customId) && !customIds.Add(customId))
            errors.Add(
                $"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    public static void CheckSelect(JsonNode? select, string path, HashSet<string> customIds, FormErrors errors)
    {
        CheckCustomId(select, path, customIds, errors);
        errors.Length($"{path}.placeholder", select.Text("placeholder"), 0, 150);
        errors.Range($"{path}.min_values", select.Number("min_values"), 0, 25);
        errors.Range($"{path}.max_values", select.Number("max_values"), 1, 25);
        if ((select.Number("min_values") ?? 1) > (select.Number("max_values") ?? 1))
            errors.Add(
                $"{path}.min_values",
                "COMPONENT_INVALID_MIN_VALUES",
                "min_values must be less than or equal to max_values");
        if (select.Number("type") == 3)
            CheckOptions(select, path, 1, 25, errors);
    }

    /// <summary>Checks the options of a string select, a radio group or a checkbox group.</summary>
    public static void CheckOptions(JsonNode? holder, string path, int min, int max, FormErrors errors)
    {
        var options = holder.List("options") ?? [];
        errors.Count($"{path}.options", options.Count, min, max);
        var values = new HashSet<string>();
        foreach (var (index, option) in options.Index())
        {
            errors.Length($"{path}.options.{index}.label", option.Text("label"), 1, 100);
            errors.Length($"{path}.options.{index}.value", option.Text("value"), 1, 100);
            errors.Length($"{path}.options.{index}.description", option.Text("description"), 0, 100);
            if (!values.Add(option.Text("value") ?? ""))
                errors.Add(
                    $"{path}.options.{index}.value",
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used");
        }

        // All boxes of a checkbox group may be ticked unless it says otherwise; the others allow one option.
        var most = holder.Number("max_values") ?? (holder.Number("type") == 22 ? options.Count : 1);
        if (options.Count(option => option.Flag("default") == true) > most)
            errors.Add(
                $"{path}.options",
                "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
                "More options are preselected than may be chosen");
    }

    private static void CheckButton(JsonNode? button, string path, HashSet<string> customIds, FormErrors errors)
    {
        errors.Length($"{path}.label", button.Text("label"), 0, 80);
        switch (button.Number("style"))
        {
            case >= 1 and <= 4:
                CheckCustomId(button, path, customIds, errors);
                if (button.Member("url") is not null)
                    errors.Add($"{path}.url", "BUTTON_COMPONENT_URL_NOT_ALLOWED", "Only a link button has a url");
                break;
            case 5:
                errors.Length($"{path}.url", button.Text("url"), 1, 512);
                if (!Uri.TryCreate(button.Text("url"), UriKind.Absolute, out var url)
                    || url.Scheme is not ("http" or "https" or "discord"))
                    errors.Add(
                        $"{path}.url",
                        "URL_TYPE_INVALID_SCHEME",
                        "Scheme must be one of ('http', 'https', 'discord').");
                if (button.Member("custom_id") is not null)
                    errors.Add(
                        $"{path}.custom_id",
                        "BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED",
                        "A custom id and url cannot both be specified");
                break;
            default:
                errors.Choice($"{path}.style", "1, 2, 3, 4, 5");
                break;
        }

        if (string.IsNullOrEmpty(button.Text("label")) && button.Map("emoji") is null)
            errors.Add(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji");
    }
}
