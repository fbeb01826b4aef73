namespace FactBot.Discord.Wire;

/// <summary>An option of a command, or a subcommand. There are at most 25, required ones first.</summary>
public sealed record CommandOption
{
    public CommandOptionType Type { get; init; }
    public string Name { get; set; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public string Description { get; set; } = "";
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public bool? Required { get; init; }

    /// <summary>At most 25, and not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
    public IReadOnlyList<CommandOption>? Options { get; init; }
    public bool? Autocomplete { get; init; }
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
    public int? MinLength { get; init; }

    /// <summary>At most 6000.</summary>
    public int? MaxLength { get; init; }
    public double? MinValue { get; init; }
    public double? MaxValue { get; init; }
}
