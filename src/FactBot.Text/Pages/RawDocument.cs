namespace FactBot.Text.Pages;

/// <summary>A page or file as it was fetched or uploaded.</summary>
/// <param name="Bytes">Its content.</param>
public sealed record RawDocument(byte[] Bytes)
{
    /// <summary>Where a page was found, which its relative links start from; a placeholder for a file.</summary>
    public Uri Address { get; init; } = new("file:///");

    /// <summary>Such as <c>text/html</c>, in small letters; null if the server named none.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding that the server named, as it wrote it.</summary>
    public string? Charset { get; init; }
}
