namespace FactBot.Discord.Wire;

/// <summary>A framed card in a message; all embeds of a message share 6000 characters.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#embed-object</remarks>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096 characters.</summary>
    public string? Description { get; init; }
    public string? Url { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }
    public EmbedFooter? Footer { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public EmbedAuthor? Author { get; init; }
    public EmbedImage? Image { get; init; }
}

/// <summary>A titled line: name up to 256 characters, value up to 1024.</summary>
public sealed record EmbedField
{
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
    public bool? Inline { get; init; }
}

/// <summary>The small print; at most 2048 characters.</summary>
public sealed record EmbedFooter
{
    public string Text { get; set; } = "";
    public string? IconUrl { get; init; }
}

/// <summary>The line above the title; at most 256 characters.</summary>
public sealed record EmbedAuthor
{
    public string Name { get; set; } = "";
    public string? Url { get; init; }
    public string? IconUrl { get; init; }
}

/// <summary>A picture, by its URL.</summary>
public sealed record EmbedImage
{
    public string Url { get; set; } = "";
}
