namespace FactBot.Text.Pages;

/// <summary>A page or a file as it was had.</summary>
/// <param name="Bytes">What it holds.</param>
public sealed record RawDocument(byte[] Bytes)
{
    /// <summary>Where a page was found, from which its links lead; a file’s own place says nothing.</summary>
    public Uri Address { get; init; } = new("file:///");

    /// <summary>Such as <c>text/html</c>, in small letters; null where nobody named one.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding that the server named, as it wrote it.</summary>
    public string? Charset { get; init; }
}
