using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A choice of an option: a name of 1 to 100 characters, and a value of the option's type.</summary>
public sealed record CommandChoice
{
    [JsonConstructor]
    public CommandChoice()
    {
    }

    public CommandChoice(string name, string value)
    {
        Name = name;
        Value = JsonSerializer.SerializeToElement(value, DiscordJson.Default.String);
    }

    public CommandChoice(string name, long value)
    {
        Name = name;
        Value = JsonSerializer.SerializeToElement(value, DiscordJson.Default.Int64);
    }

    public string Name { get; set; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
    public JsonElement Value { get; init; }
}
