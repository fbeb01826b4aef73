namespace FactBot.Domain.Articles;

/// <summary>The server's identifiers for a version of a page, for conditional requests.</summary>
/// <param name="ETag">The ETag header.</param>
/// <param name="LastModified">The Last-Modified header.</param>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9110#section-8.8</remarks>
public sealed record PageVersion(string? ETag, string? LastModified)
{
    public static PageVersion None { get; } = new(null, null);
}
