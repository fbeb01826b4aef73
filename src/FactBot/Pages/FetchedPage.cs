using FactBot.Text.Pages;

namespace FactBot.Pages;

/// <summary>A page as its server sent it.</summary>
/// <param name="Address">Where it was found after all redirects.</param>
/// <param name="MediaType">Such as <c>text/html</c>, in small letters; null where the server named none.</param>
/// <param name="Charset">The encoding that the server named, as it wrote it.</param>
/// <param name="Bytes">Its content, decompressed; at most <see cref="PageFetch.MaxBytes"/>.</param>
/// <param name="Version">What to ask with, next time, whether it has changed.</param>
/// <param name="FetchedAt">When it was fetched.</param>
public sealed record FetchedPage(
    Uri Address, string? MediaType, string? Charset, byte[] Bytes, PageVersion Version, DateTimeOffset FetchedAt)
{
    internal RawDocument ToDocument() => new(Bytes) { Address = Address, MediaType = MediaType, Charset = Charset };
}

/// <summary>How a server names the state of a page, for a conditional request.</summary>
/// <param name="ETag">The header of that name.</param>
/// <param name="LastModified">The header of that name.</param>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9110#section-8.8</remarks>
public sealed record PageVersion(string? ETag, string? LastModified)
{
    public static PageVersion None { get; } = new(null, null);
}
