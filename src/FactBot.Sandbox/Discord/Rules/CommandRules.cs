using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of application commands.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands#application-command-object</remarks>
internal static partial class CommandRules
{
    private const int MostCharacters = 8000;

    /// <summary>Returns how many commands of a type fit in one scope.</summary>
    public static int Most(long type) => type == 1 ? 100 : 15;

    public static long TypeOf(JsonNode? command) => command.Number("type") ?? 1;

    /// <summary>Checks a command; <paramref name="path"/> is its position in a list, or empty.</summary>
    public static void Check(JsonNode? command, string path, FormErrors errors)
    {
        var type = TypeOf(command);
        var at = path.Length == 0 ? "" : path + ".";
        if (type is < 1 or > 3)
            errors.Choice($"{at}type", "1, 2, 3");
        CheckName(command.Text("name"), $"{at}name", isSlash: type == 1, errors);
        if (type == 1)
            errors.Length($"{at}description", command.Text("description"), 1, 100);
        else if (!string.IsNullOrEmpty(command.Text("description")))
            errors.Add(
                $"{at}description",
                "APPLICATION_COMMANDS_DESCRIPTION_INVALID",
                "Context menu commands cannot have description");
        else if (command.List("options") is { Count: > 0 })
            errors.Add(
                $"{at}options", "APPLICATION_COMMANDS_OPTIONS_INVALID", "Context menu commands cannot have options");
        CheckLocalized(command, at, type, errors);
        if (command.Member("default_member_permissions") is { } bits && !World.Snowflake.IsOne(bits.AsWritten()))
            errors.Add($"{at}default_member_permissions", "NUMBER_TYPE_COERCE", "Value is not a permission bit set.");
        CommandOptionRules.Check(command, at, depth: 0, errors);
        if (CountCharacters(command) > MostCharacters)
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
    }

    public static void CheckAll(JsonArray commands)
    {
        var errors = new FormErrors();
        var seen = new HashSet<(long, string)>();
        foreach (var (index, command) in commands.Index())
        {
            Check(command, $"{index}", errors);
            if (!seen.Add((TypeOf(command), command.Text("name") ?? "")))
                errors.Add(
                    $"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }

        errors.ThrowIfAny();
        foreach (var scope in commands.GroupBy(TypeOf).Where(scope => scope.Count() > Most(scope.Key)))
            throw DiscordRefusal.TooManyCommands(Most(scope.Key));
    }

    public static void CheckName(string? name, string path, bool isSlash, FormErrors errors)
    {
        errors.Length(path, name, 1, 32);
        if (isSlash && !string.IsNullOrEmpty(name)
            && (!SlashName().IsMatch(name) || name.EnumerateRunes().Any(rune => Rune.ToLowerInvariant(rune) != rune)))
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void CheckLocalized(JsonNode? command, string at, long type, FormErrors errors)
    {
        foreach (var (locale, name) in command.Map("name_localizations") ?? [])
            CheckName(name.AsText(), $"{at}name_localizations.{locale}", type == 1, errors);
        foreach (var (locale, text) in command.Map("description_localizations") ?? [])
            errors.Length($"{at}description_localizations.{locale}", text.AsText(), 1, 100);
    }

    // Counts names, descriptions and values of the command and all its options, each with its longest localisation.
    private static int CountCharacters(JsonNode? part) =>
        Longest(part, "name") + Longest(part, "description")
        + part.Maps("choices").Sum(
            choice => Longest(choice, "name") + (choice.Member("value").AsWritten()?.Length ?? 0))
        + part.Maps("options").Sum(CountCharacters);

    private static int Longest(JsonNode? part, string name) =>
        (part.Map(name + "_localizations") ?? []).Select(pair => pair.Value.AsText())
            .Append(part.Text(name)).Max(FormErrors.CountCharacters);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex SlashName();
}
