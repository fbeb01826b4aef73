using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of a command's options, including subcommands.</summary>
internal static class CommandOptionRules
{
    private const int MostOptions = 25;

    /// <param name="holder">A command, subcommand group or subcommand.</param>
    /// <param name="at">Its path, with a trailing dot, or empty.</param>
    /// <param name="depth">0 for a command, 1 for its groups and subcommands, 2 for a group's subcommands.</param>
    /// <param name="errors">Collects the errors.</param>
    public static void Check(JsonNode? holder, string at, int depth, FormErrors errors)
    {
        var options = holder.List("options") ?? [];
        errors.Count($"{at}options", options.Count, 0, MostOptions);
        var names = new HashSet<string>();
        var optionalSeen = false;
        foreach (var (index, option) in options.Index())
        {
            var path = $"{at}options.{index}";
            CheckOne(option, path, depth, errors);
            if (!names.Add(option.Text("name") ?? ""))
                errors.Add(
                    $"{path}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            if (option.Flag("required") == true && optionalSeen)
                errors.Add(
                    path,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            optionalSeen |= !IsSubcommand(option) && option.Flag("required") != true;
        }

        if (options.Any(IsSubcommand) && !options.All(IsSubcommand))
            errors.Add(
                $"{at}options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types");
    }

    private static bool IsSubcommand(JsonNode? option) => option.Number("type") is 1 or 2;

    private static void CheckOne(JsonNode? option, string path, int depth, FormErrors errors)
    {
        var type = option.Number("type");
        CommandRules.CheckName(option.Text("name"), $"{path}.name", isSlash: true, errors);
        errors.Length($"{path}.description", option.Text("description"), 1, 100);
        if (type is not (>= 1 and <= 11))
            errors.Choice($"{path}.type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
        if ((type == 2 && depth > 0) || (type == 1 && depth > 1))
            errors.Add(
                $"{path}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This option type cannot be nested here");
        if (IsSubcommand(option))
            Check(option, $"{path}.", type == 2 ? 1 : 2, errors);
        CheckChoices(option, path, type, errors);
        if (option.Has("channel_types") && type != 7)
            errors.Add(
                $"{path}.channel_types",
                "APPLICATION_COMMAND_OPTIONS_CHANNEL_TYPES_INVALID",
                "Only a channel option has channel types");
        errors.Range($"{path}.min_length", option.Number("min_length"), 0, 6000);
        errors.Range($"{path}.max_length", option.Number("max_length"), 1, 6000);
    }

    private static void CheckChoices(JsonNode? option, string path, long? type, FormErrors errors)
    {
        var choices = option.List("choices") ?? [];
        var isAutocompleted = option.Flag("autocomplete") == true;
        errors.Count($"{path}.choices", choices.Count, 0, 25);
        if ((choices.Count > 0 || isAutocompleted) && type is not (3 or 4 or 10))
            errors.Add(
                path,
                "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
                "Choices and autocomplete are for texts and numbers");
        if (choices.Count > 0 && isAutocompleted)
            errors.Add(
                $"{path}.autocomplete",
                "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
                "Autocomplete cannot be used together with choices");
        foreach (var (index, choice) in choices.Index())
            CheckChoice(choice, $"{path}.choices.{index}", isText: type == 3, errors);
    }

    /// <summary>Checks the name and value of a choice, in an option or an autocomplete response.</summary>
    public static void CheckChoice(JsonNode? choice, string path, bool isText, FormErrors errors)
    {
        errors.Length($"{path}.name", choice.Text("name"), 1, 100);
        if (choice.Member("value").AsWritten() is not { } value)
            errors.Required($"{path}.value");
        else if (isText)
            errors.Length($"{path}.value", choice.Text("value"), 1, 100);
        else if (!decimal.TryParse(value, CultureInfo.InvariantCulture, out _))
            errors.Add($"{path}.value", "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not a number.");
    }
}
