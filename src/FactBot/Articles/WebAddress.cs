using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>An address of a page, as an article or a source has it.</summary>
public static partial class WebAddress
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 600;

    /// <summary>The address in its usual form; a refusal where it is none of the web.</summary>
    public static string Get(string text) => IsOfTheWeb(text, out var uri)
        ? uri.AbsoluteUri is { Length: <= MaxLength } address
            ? address
            : throw new DeskRuleException($"That web address is longer than {MaxLength:N0} characters; give a shorter one.")
        : throw new DeskRuleException($"“{Clip.To(text, 80)}” is no public web address; copy it whole, from https:// on, without a password in it.");

    /// <summary>The address in its usual form; null where it is none of the web.</summary>
    public static string? Find(string text) =>
        IsOfTheWeb(text, out var uri) && uri.AbsoluteUri is { Length: <= MaxLength } address ? address : null;

    /// <summary>
    /// What addresses of one page have in common: without the scheme, “www.”, a last slash, the part after #, and the
    /// parameters that only tell where a reader came from.
    /// </summary>
    public static string KeyOf(string address)
    {
        var uri = new Uri(address);
        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Tracking().IsMatch(p)).Order().ToList();
        return $"{host}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    private static bool IsOfTheWeb(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Contains('.', StringComparison.Ordinal)
        && uri.UserInfo.Length == 0;

    [GeneratedRegex(@"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ito|s_cid|smid)(=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();
}
