namespace FactBot.Discord.Wire;

/// <summary>A file of a message or of a command's option; on writing, one that is kept or described.</summary>
public sealed record Attachment
{
    /// <summary>On upload the number of the file, from 0.</summary>
    public Snowflake Id { get; init; }
    public string? Filename { get; init; }
    public string? Description { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Signed, and dead within about a day: what must last has to be downloaded.</summary>
    public string? Url { get; init; }

    /// <summary>As the uploader claimed it.</summary>
    public string? ContentType { get; init; }
}
