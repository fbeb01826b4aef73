using FactBot.Domain.Articles;
using FactBot.Text.Pages;

namespace FactBot.Pages;

/// <summary>A page as its server sent it.</summary>
/// <param name="Address">The final address, after all redirects.</param>
/// <param name="MediaType">Such as <c>text/html</c>, in lowercase; null if the server sent none.</param>
/// <param name="Charset">The encoding that the server named, as sent.</param>
/// <param name="Bytes">The decompressed content; at most <see cref="PageFetch.MaxBytes"/>.</param>
/// <param name="Version">The version to send next time, to ask whether the page has changed.</param>
/// <param name="FetchedAt">When the page was fetched.</param>
public sealed record FetchedPage(
    Uri Address, string? MediaType, string? Charset, byte[] Bytes, PageVersion Version, DateTimeOffset FetchedAt)
{
    internal RawDocument ToDocument() => new(Bytes) { Address = Address, MediaType = MediaType, Charset = Charset };
}
