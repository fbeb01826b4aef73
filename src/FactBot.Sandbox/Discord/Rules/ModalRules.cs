using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of modals, the forms a bot shows.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal</remarks>
internal static class ModalRules
{
    public static void Check(JsonNode? modal)
    {
        var errors = new FormErrors();
        var customIds = new HashSet<string>();
        errors.Length("data.title", modal.Text("title"), 1, 45);
        errors.Length("data.custom_id", modal.Text("custom_id"), 1, 100);
        var parts = modal.List("components") ?? [];
        errors.Count("data.components", parts.Count, 1, 5);
        foreach (var (index, part) in parts.Index())
            CheckPart(part, $"data.components.{index}", customIds, errors);
        errors.ThrowIfAny();
    }

    private static void CheckPart(JsonNode? part, string path, HashSet<string> customIds, FormErrors errors)
    {
        switch (part.Number("type"))
        {
            case 1:
                var inputs = part.List("components") ?? [];
                errors.Count($"{path}.components", inputs.Count, 1, 1);
                if (inputs.Count > 0 && inputs[0].Number("type") != 4)
                    errors.Choice($"{path}.components.0.type", "4");
                else if (inputs.Count > 0)
                    CheckText(inputs[0], $"{path}.components.0", isLabelled: false, customIds, errors);
                break;
            case 10:
                errors.Length($"{path}.content", part.Text("content"), 1, 4000);
                break;
            case 18:
                errors.Length($"{path}.label", part.Text("label"), 1, 45);
                errors.Length($"{path}.description", part.Text("description"), 0, 100);
                CheckInput(part.Map("component"), $"{path}.component", customIds, errors);
                break;
            default:
                errors.Choice($"{path}.type", "1, 10, 18");
                break;
        }
    }

    private static void CheckInput(JsonNode? input, string path, HashSet<string> customIds, FormErrors errors)
    {
        if (input.Has("disabled"))
            errors.Add(
                $"{path}.disabled", "COMPONENT_DISABLED_NOT_ALLOWED", "A component of a modal cannot be disabled");
        switch (input.Number("type"))
        {
            case 4:
                CheckText(input, path, isLabelled: true, customIds, errors);
                break;
            case 3 or 5 or 6 or 7 or 8:
                ControlRules.CheckSelect(input, path, customIds, errors);
                break;
            case 19:
                ControlRules.CheckCustomId(input, path, customIds, errors);
                errors.Range($"{path}.min_values", input.Number("min_values"), 0, 10);
                errors.Range($"{path}.max_values", input.Number("max_values"), 1, 10);
                break;
            case 21:
                ControlRules.CheckCustomId(input, path, customIds, errors);
                ControlRules.CheckOptions(input, path, 2, 10, errors);
                break;
            case 22:
                ControlRules.CheckCustomId(input, path, customIds, errors);
                ControlRules.CheckOptions(input, path, 1, 10, errors);
                break;
            case 23:
                ControlRules.CheckCustomId(input, path, customIds, errors);
                break;
            default:
                errors.Choice($"{path}.type", "3, 4, 5, 6, 7, 8, 19, 21, 22, 23");
                break;
        }
    }

    private static void CheckText(
        JsonNode? input, string path, bool isLabelled, HashSet<string> customIds, FormErrors errors)
    {
        ControlRules.CheckCustomId(input, path, customIds, errors);
        if (!isLabelled)
            errors.Length($"{path}.label", input.Text("label"), 1, 45);
        else if (input.Text("label") is not null)
            errors.Add(
                $"{path}.label", "TEXT_INPUT_LABEL_NOT_ALLOWED", "A text input within a label has no label of its own");
        if (input.Number("style") is not (1 or 2))
            errors.Choice($"{path}.style", "1, 2");
        errors.Range($"{path}.min_length", input.Number("min_length"), 0, 4000);
        errors.Range($"{path}.max_length", input.Number("max_length"), 1, 4000);
        errors.Length($"{path}.placeholder", input.Text("placeholder"), 0, 100);
        var most = (int)Math.Clamp(input.Number("max_length") ?? 4000, 1, 4000);
        errors.Length($"{path}.value", input.Text("value"), 0, most);
        if (input.Number("min_length") > (input.Number("max_length") ?? 4000))
            errors.Add(
                $"{path}.min_length",
                "TEXT_INPUT_MIN_LENGTH_INVALID",
                "min_length must be less than or equal to max_length");
    }
}
