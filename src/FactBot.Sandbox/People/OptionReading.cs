using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Converts a person's input into option values, and refuses what Discord's app wouldn't send.</summary>
internal sealed class OptionReading(SandboxWorld world, Attachments attachments, Scene scene, Resolved resolved)
{
    private const int LongestText = 6000;

    /// <param name="call">The command.</param>
    /// <param name="given">Values by option name.</param>
    /// <param name="files">Files by option name.</param>
    public JsonArray Read(CommandCall call, JsonObject given, IReadOnlyList<JsonObject> files)
    {
        foreach (var name in given.Select(pair => pair.Key).Concat(files.Select(file => file.Text("option") ?? "")))
        {
            if (!call.Options.Any(option => option.Text("name") == name))
                throw PeopleRefusal.NotPossible($"The command has no option '{name}'.");
        }

        var values = new JsonArray();
        foreach (var option in call.Options)
        {
            var value = option.Number("type") == 11
                ? ReadFile(files.FirstOrDefault(file => file.Text("option") == option.Text("name")))
                : ReadValue(option, given.Member(option.Text("name")!));
            if (value is not null)
                values.Add(ToJson(option, value));
            else if (option.Flag("required") == true)
                throw PeopleRefusal.NotPossible($"The option '{option.Text("name")}' is required.");
        }

        return values;
    }

    /// <summary>Returns the values of an unfinished command as they are, with one being typed.</summary>
    public JsonArray ReadUnfinished(CommandCall call, JsonObject given, string focused, string typed)
    {
        var option = call.Options.FirstOrDefault(option => option.Text("name") == focused)
            ?? throw PeopleRefusal.NotPossible($"The command has no option '{focused}'.");
        if (option.Flag("autocomplete") != true)
            throw PeopleRefusal.NotPossible($"The option '{focused}' does not complete.");
        var values = new JsonArray();
        foreach (var other in call.Options.Where(other => other != option))
        {
            if (ReadValue(other, given.Member(other.Text("name")!)) is { } value)
                values.Add(ToJson(other, value));
        }

        var current = ToJson(option, JsonValue.Create(typed));
        current["focused"] = true;
        values.Add(current);
        return values;
    }

    public JsonNode? ReadFile(JsonObject? file)
    {
        if (file is null)
            return null;
        try
        {
            var content = Convert.FromBase64String(file.Text("contentBase64") ?? "");
            if (content.Length > Attachments.LargestFile)
                throw PeopleRefusal.NotPossible("The file is larger than 10 MiB.");
            var attachment = attachments.Add(scene.Channel.Id, file.Text("name") ?? "file", content);
            attachment["ephemeral"] = true;
            resolved.AddAttachment(attachment);
            return JsonValue.Create(attachment.Text("id"));
        }
        catch (FormatException)
        {
            throw PeopleRefusal.NotPossible("The file's contentBase64 cannot be read.");
        }
    }

    /// <summary>Returns the id of the user, role or channel that a text names.</summary>
    /// <param name="kind">Discord's option type.</param>
    /// <param name="text">Its name, mention or id.</param>
    /// <param name="asked">The option or select, which may say what <c>channel_types</c> it takes.</param>
    public string ReadEntity(long kind, string text, JsonObject asked)
    {
        switch (kind)
        {
            case 6:
                return Named(world.GetUserNamed(text));
            case 7:
                var channel = world.GetChannelNamed(text, scene.Guild ?? world.FirstGuild);
                if (channel.GuildId != (scene.Guild ?? world.FirstGuild).Id)
                {
                    throw PeopleRefusal.NotPossible($"The channel '{text}' is of another server.");
                }

                if (asked.List("channel_types") is { Count: > 0 } types && !types.Any(type => type.AsNumber() == channel.Type))
                    throw PeopleRefusal.NotPossible($"The channel '{text}' is of a type that isn't offered here.");
                resolved.Add(channel, scene.Person.Id);
                return channel.Id;
            case 8:
                return Named(Lookup.GetRoleNamed(scene.Guild, text));
            default:
                return scene.Guild?.FindRole(text) is { } role ? Named(role) : Named(world.GetUserNamed(text));
        }
    }

    private JsonValue? ReadValue(JsonObject option, JsonNode? given)
    {
        if (given.AsWritten() is not { } text || text.Length == 0)
            return given is null or JsonValue ? null
                : throw PeopleRefusal.NotPossible($"The option '{option.Text("name")}' takes one value.");
        if (option.List("choices") is { Count: > 0 } choices)
            return ReadChoice(option, choices, text);
        return option.Number("type") switch
        {
            3 => ReadText(option, text),
            4 => JsonValue.Create((long)ReadNumber(option, text, isWhole: true)),
            5 => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : throw Unfit(option, "true or false"),
            10 => JsonValue.Create(ReadNumber(option, text, isWhole: false)),
            { } kind => JsonValue.Create(ReadEntity(kind, text, option)),
            null => null,
        };
    }

    private static JsonValue ReadText(JsonObject option, string text)
    {
        var length = FormErrors.CountCharacters(text);
        var most = option.Number("max_length") ?? LongestText;
        if (length > most)
            throw Unfit(option, $"at most {most} characters");
        return length < (option.Number("min_length")
            ?? 0) ? throw Unfit(option, $"at least {option.Number("min_length")} characters")
            : JsonValue.Create(text);
    }

    private static decimal ReadNumber(JsonObject option, string text, bool isWhole)
    {
        if (!decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) || (isWhole
            && number != Math.Truncate(number)))
            throw Unfit(option, isWhole ? "a whole number" : "a number");
        if (Limit("min_value") is { } min && number < min)
            throw Unfit(option, $"at least {min}");
        return Limit("max_value") is { } max && number > max ? throw Unfit(option, $"at most {max}") : number;

        decimal? Limit(string name) =>
            decimal.TryParse(option.Member(name).AsWritten(), CultureInfo.InvariantCulture, out var limit)
                ? limit
                : null;
    }

    private static JsonValue ReadChoice(JsonObject option, JsonArray choices, string text)
    {
        var choice = choices.FirstOrDefault(choice => choice.Member("value").AsWritten() == text)
            ?? choices.FirstOrDefault(
                choice => string.Equals(choice.Text("name"), text, StringComparison.OrdinalIgnoreCase))
            ?? throw Unfit(
                option, "one of " + string.Join(", ", choices.Select(choice => choice.Member("value").AsWritten())));
        return choice.Member("value")!.DeepClone().AsValue();
    }

    private static JsonObject ToJson(JsonObject option, JsonNode value) => new()
    {
        ["type"] = option.Number("type"),
        ["name"] = option.Text("name"),
        ["value"] = value,
    };

    private static PeopleRefusal Unfit(JsonObject option, string wanted) =>
        PeopleRefusal.NotPossible($"The option '{option.Text("name")}' wants {wanted}.");

    private string Named(Person person)
    {
        resolved.Add(person);
        return person.Id;
    }

    private string Named(Role role)
    {
        resolved.Add(role);
        return role.Id;
    }
}
