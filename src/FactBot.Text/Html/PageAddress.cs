using AngleSharp.Html.Dom;

namespace FactBot.Text.Html;

/// <summary>Finds the address that a page calls its own, provided that it names this article and no other page.</summary>
internal static class PageAddress
{
    public static Uri? CanonicalOf(IHtmlDocument document, LinkedData data, Uri address)
    {
        var named = document.QuerySelectorAll("link[rel~=canonical i]").Select(l => Find(address, l.GetAttribute("href"))).OfType<Uri>().Distinct().ToList();
        var open = Find(address, PageNames.MetaOf(document, "og:url"));
        // Two different addresses cancel each other out.
        var canonical = named.Count > 1 ? null : named.Count == 1 ? named[0] : open;
        return canonical is not null && IsOfThisPage(canonical, address, document, data, open) ? canonical : null;
    }

    private static Uri? Find(Uri address, string? named) =>
        !string.IsNullOrWhiteSpace(named) && Uri.TryCreate(address, named.Trim(), out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    private static bool IsOfThisPage(Uri canonical, Uri address, IHtmlDocument document, LinkedData data, Uri? open)
    {
        var (own, told) = (PathOf(address), PathOf(canonical));
        // A site's start page isn't one of its articles.
        if (IsStart(told, canonical) && (address.IsFile || !IsStart(own, address) || !SameSite(canonical, address)))
        {
            return false;
        }

        if (address.IsFile)
        {
            return true;
        }

        if (SameSite(canonical, address) && own.StartsWith(told + "/", StringComparison.OrdinalIgnoreCase) && canonical.Query.Length == 0)
        {
            // /flood is valid for /flood/amp; /news isn't for /news/flood or /news/story, nor page 1 for page 2.
            return own[(told.Length + 1)..].ToLowerInvariant() is "amp" or "print" or "index.html" or "amp.html";
        }

        if (PageOf(address) is { } page && page > 1 && PageOf(canonical) != page)
        {
            return false;
        }

        return SameSite(canonical, address) || address.HostNameType is not UriHostNameType.Dns || LastOf(own) == LastOf(told) && LastOf(own).Length > 8
            || new[] { open, Find(address, LinkedData.Text(data.Article, "url")), Find(address, LinkedData.Text(data.Article, "mainEntityOfPage")) }.Any(u => u is not null && SameSite(u, canonical) && PathOf(u) == told)
            || document.DocumentElement.HasAttribute("amp") || document.DocumentElement.HasAttribute("⚡");
    }

    private static string PathOf(Uri uri) => uri.IsFile ? "" : uri.AbsolutePath.TrimEnd('/');

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();

    private static bool IsStart(string path, Uri uri) => uri.Query.Length == 0 && path.ToLowerInvariant() is "" or "/index.html" or "/index.php" or "/home" or "/index.htm";

    /// <summary>Returns which page of an article the address names; null if it names none.</summary>
    private static int? PageOf(Uri uri)
    {
        foreach (var part in uri.Query.TrimStart('?').Split('&'))
        {
            if (part.Split('=') is [var name, var value] && name.ToLowerInvariant() is "page" or "p" or "seite" or "pagina" or "pg" && int.TryParse(value, out var number) && number < 100)
            {
                return number;
            }
        }

        return PathOf(uri).Split('/') is [.., var word, var last] && word.ToLowerInvariant() is "page" or "seite" or "pagina" && int.TryParse(last, out var place) && place < 100 ? place : null;
    }

    /// <summary>Whether two hosts are of one site: they differ only by www, a mobile or AMP prefix, or a subdomain.</summary>
    private static bool SameSite(Uri one, Uri other)
    {
        var (a, b) = (Bare(one.IdnHost), Bare(other.IdnHost));
        return a == b || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal);
    }

    private static string Bare(string host)
    {
        foreach (var front in new[] { "www.", "m.", "amp.", "mobile." })
        {
            host = host.StartsWith(front, StringComparison.Ordinal) ? host[front.Length..] : host;
        }

        return host;
    }
}
