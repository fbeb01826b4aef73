namespace FactBot.Discord.Wire;

/// <summary>A choice of a select menu or radio group; each text is at most 100 characters.</summary>
public sealed record SelectOption
{
    public string Label { get; set; } = "";
    public string Value { get; set; } = "";
    public string? Description { get; init; }
    public Emoji? Emoji { get; init; }
    public bool? Default { get; init; }
}

/// <summary>What is preselected in a select of users, roles or channels.</summary>
public sealed record SelectDefault
{
    public Snowflake Id { get; init; }

    /// <summary>user, role or channel.</summary>
    public string Type { get; set; } = "";
}
