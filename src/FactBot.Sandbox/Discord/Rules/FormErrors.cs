using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Collects the errors in a body, each at its path, for Discord's error 50035.</summary>
/// <remarks>https://docs.discord.com/developers/reference#error-messages</remarks>
internal sealed class FormErrors
{
    private readonly JsonObject root = [];

    /// <param name="path">Names and list positions separated by dots: <c>embeds.0.title</c>; empty for the body itself.</param>
    public void Add(string path, string code, string message)
    {
        var place = root;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (place[part] is not JsonObject next)
                place[part] = next = [];
            place = next;
        }

        if (place["_errors"] is not JsonArray list)
            place["_errors"] = list = [];
        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>Checks a text's length in characters; a missing text counts as empty.</summary>
    public void Length(string path, string? text, int min, int max)
    {
        var length = CountCharacters(text);
        if (length == 0 && min > 0)
            Required(path);
        else if (length < min || length > max)
            LengthFault(path, min, max);
    }

    /// <summary>Checks the length of a list.</summary>
    public void Count(string path, int count, int min, int max)
    {
        if (count < min || count > max)
            LengthFault(path, min, max);
    }

    /// <summary>Checks a number; a missing one passes.</summary>
    public void Range(string path, long? number, long min, long max)
    {
        if (number < min)
            Add(path, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else if (number > max)
            Add(path, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
    }

    public void Choice(string path, string allowed) =>
        Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{allowed}}}.");

    public void ThrowIfAny()
    {
        if (root.Count > 0)
            throw ToRefusal();
    }

    public DiscordRefusal ToRefusal() => new(400, 50035, "Invalid Form Body", root);

    /// <summary>Counts as Discord does: Unicode characters, not UTF-16 units.</summary>
    public static int CountCharacters(string? text) => text?.EnumerateRunes().Count() ?? 0;

    private void LengthFault(string path, int min, int max)
    {
        if (min == 0)
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        else
            Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
    }
}
