using System.Globalization;
using FactBot.Pages;

namespace FactBot.Evidence;

/// <summary>Which site a web address belongs to: its registrable domain, one label more than its public suffix.</summary>
/// <remarks>
/// By the rules of https://publicsuffix.org/list/, from the list that is built in (public_suffix_list.dat, under the
/// Mozilla Public License 2.0; a newer one can take its place as it is).
/// </remarks>
public static class WebSite
{
    private static readonly Lazy<HashSet<string>> Rules = new(ReadRules);

    /// <summary>The registrable domain, such as <c>example.co.uk</c>; the whole host where it has none, as an IP address.</summary>
    public static string Of(string url)
    {
        var uri = new Uri(url);
        if (uri.HostNameType != UriHostNameType.Dns)
        {
            return uri.Host;
        }

        var labels = Readable(Plain(uri.IdnHost)).Split('.');
        var suffix = SuffixLength(labels);
        return string.Join('.', labels[Math.Max(0, labels.Length - suffix - 1)..]);
    }

    /// <summary>
    /// The site as people are shown it: its registrable domain, or the whole host where that is only what its letters stand for,
    /// since a link leads to what is written.
    /// </summary>
    public static string ShownOf(string url)
    {
        var (site, host) = (Of(url), ShownHost.AsciiOf(new Uri(url).IdnHost));
        var ascii = ShownHost.AsciiOf(site);
        return host == ascii || host.EndsWith('.' + ascii, StringComparison.Ordinal) ? site : host;
    }

    /// <summary>How many labels the public suffix has: of all rules that match, the longest, less one for an exception.</summary>
    private static int SuffixLength(string[] labels)
    {
        for (var start = 0; start < labels.Length; start++)
        {
            var rest = string.Join('.', labels[start..]);
            if (Rules.Value.Contains("!" + rest))
            {
                return labels.Length - start - 1;
            }

            if (Rules.Value.Contains(rest)
                || (start + 1 < labels.Length && Rules.Value.Contains("*." + string.Join('.', labels[(start + 1)..]))))
            {
                return labels.Length - start;
            }
        }

        return 1;
    }

    /// <summary>Fullwidth letters and dots as the ones that they stand for, and without what isn't seen: a browser takes them so.</summary>
    private static string Plain(string host)
    {
        try
        {
            host = new IdnMapping { AllowUnassigned = true }.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            // It is left as it was.
        }

        return string.Concat(host.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            .Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u3002' or '\uFF61' ? '.' : c));
    }

    private static string Readable(string host)
    {
        try
        {
            return new IdnMapping().GetUnicode(host.TrimEnd('.').ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static HashSet<string> ReadRules()
    {
        using var list = typeof(WebSite).Assembly.GetManifestResourceStream("public_suffix_list.dat")!;
        using var reader = new StreamReader(list);
        var rules = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var rule = line.Split(' ', '\t')[0];
            if (rule.Length > 0 && !rule.StartsWith("//", StringComparison.Ordinal))
            {
                rules.Add(rule);
            }
        }

        return rules;
    }
}
