namespace FactBot.Discord.Wire;

/// <summary>A file of a message or of a command's option; in a request, one to keep or describe.</summary>
public sealed record Attachment
{
    /// <summary>On upload, the file's index, from 0.</summary>
    public Snowflake Id { get; init; }
    public string? Filename { get; init; }
    public string? Description { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>A signed URL that expires within about a day: download anything that must last.</summary>
    public string? Url { get; init; }

    /// <summary>As claimed by the uploader.</summary>
    public string? ContentType { get; init; }
}
