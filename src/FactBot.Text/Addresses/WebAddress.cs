using System.Text.RegularExpressions;

namespace FactBot.Text.Addresses;

/// <summary>The web address of an article or a source.</summary>
public static partial class WebAddress
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 600;

    private static readonly string[] Fronts = ["www.", "m.", "mobile.", "amp."];

    /// <summary>Returns the normalized address; null if it's not on the web or longer than <see cref="MaxLength"/>.</summary>
    public static string? Find(string text) =>
        IsOfTheWeb(text, out var uri) && Written(uri) is { Length: <= MaxLength } address ? address : null;

    /// <summary>Whether the text is an address on the public web, whatever its length.</summary>
    public static bool IsOfTheWeb(string text) => IsOfTheWeb(text, out _);

    /// <summary>
    /// Returns a key that all addresses of one page share. It leaves out the scheme, “www.” and the like, a trailing slash, the
    /// fragment (but not #!), the suffix of an AMP version, and tracking parameters, which only show where a reader came from.
    /// </summary>
    public static string KeyOf(string address)
    {
        var uri = InnerOf(new Uri(address));
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Tracking().IsMatch(p)).Select(Unescaped).Order(StringComparer.Ordinal).ToList();
        var path = LastOfNoMeaning().Replace(Unescaped(Slashes().Replace(uri.AbsolutePath, "/")), "").TrimEnd('/');
        // A fragment that starts with #! selects a page of the site.
        var within = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return $"{HostOf(uri)}{port}{path}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}{within}";
    }

    /// <summary>Removes prefixes that name the same site for other screens, such as “m.”.</summary>
    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        var front = Fronts.FirstOrDefault(f => host.StartsWith(f, StringComparison.Ordinal) && host.AsSpan(f.Length).Contains('.'));
        return front is null ? host : host[front.Length..];
    }

    /// <summary>Returns the address of the original page if this is an AMP cache; otherwise the address itself.</summary>
    private static Uri InnerOf(Uri uri) =>
        AmpCache().Match(uri.Host + uri.PathAndQuery) is { Success: true } m && Uri.TryCreate($"https://{m.Groups["inner"].Value}", UriKind.Absolute, out var inner) ? inner : uri;

    /// <summary>Decodes escapes that aren't needed and writes the others in upper-case hexadecimal: RFC 3986, 6.2.2.</summary>
    private static string Unescaped(string part) => Escape().Replace(part, m =>
        (char)Convert.ToByte(m.Value[1..], 16) is var c && (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~') ? c.ToString() : m.Value.ToUpperInvariant());

    /// <summary>Writes the host as DNS looks it up, so that no letters of another script imitate it.</summary>
    private static string Written(Uri uri)
    {
        var ascii = uri.HostNameType == UriHostNameType.Dns ? ShownHost.AsciiOf(uri.IdnHost) : uri.Host;
        return ascii == uri.Host ? uri.AbsoluteUri : new UriBuilder(uri) { Host = ascii, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri;
    }

    private static bool IsOfTheWeb(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Contains('.', StringComparison.Ordinal)
        && uri.UserInfo.Length == 0;

    // Of campaigns, mailings, networks, share buttons; mostly from https://github.com/mpchadwick/tracking-query-params-registry
    [GeneratedRegex(@"^(?:(?:utm|at|mtm|matomo|pk|piwik|oly|hsa|cx|guce|itm|sc|wt|ns)_\w+|(?:fb|g|d|tw|tt|y|ys|msclk|msk|irc)clid|msclkid|gbraid|wbraid|rb_clickid|li_fat_id|s_kwcid|mc_[ce]id|vero_id|epik|_ga|_gl|_hsenc|_hsmi|hsctatracking|__twitter_impression|fb_(?:action_ids|ref|source)|igsh(?:id)?|mibextid|sfnsn|srsltid|mkt_tok|trk(?:campaign|info)?|trackingid|ref|ref_src|ref_url|referrer|cmpid|cmp|campaign_id|ito|s_cid|smid|smtyp|smprod|xtor|ocid|ncid|icid|intcid|intcmp|mbid|ftag|sref|spm|tblci|taid|soc_(?:src|trk)|sr_share|share(?:type|_id|d|token)?|guccounter|wprov|usqp|dm_i|ef_id|amp|outputtype=amp|output=amp|si|feature=share\w*|rss|from=rss|partner=rss|emc=rss|src=rss)(=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();

    [GeneratedRegex(@"/(?:amp|amp\.html|index\.html?|index\.php|default\.aspx)/?$", RegexOptions.IgnoreCase)]
    private static partial Regex LastOfNoMeaning();

    [GeneratedRegex(@"^(?:[\w-]+\.cdn\.ampproject\.org/[cv]/(?:s/)?|(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?)(?<inner>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex AmpCache();

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();
}
