namespace FactBot.Text.Pages;

/// <summary>A page or file, as it was fetched or uploaded.</summary>
/// <param name="Bytes">The content.</param>
public sealed record RawDocument(byte[] Bytes)
{
    /// <summary>The page's address, on which its relative links are based; a placeholder for a file.</summary>
    public Uri Address { get; init; } = new("file:///");

    /// <summary>In lower case, such as <c>text/html</c>; null if the server sent none.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding that the server named, in its own spelling.</summary>
    public string? Charset { get; init; }
}
