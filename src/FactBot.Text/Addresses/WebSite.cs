using System.Globalization;

namespace FactBot.Text.Addresses;

/// <summary>Finds the site a web address belongs to: its registrable domain, one label more than its public suffix.</summary>
/// <remarks>
/// Follows the rules of https://publicsuffix.org/list/, using the embedded list (public_suffix_list.dat, under the
/// Mozilla Public License 2.0; it can be replaced by a newer one as it is).
/// </remarks>
public static class WebSite
{
    private static readonly Lazy<HashSet<string>> Rules = new(ReadRules);

    /// <summary>Returns the registrable domain, such as <c>example.co.uk</c>, or the host if there is none.</summary>
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
    /// Returns the site as shown to people: its registrable domain, or the whole host if its letters (such as fullwidth ones)
    /// only stand for those of the domain, because a link leads to what is actually written.
    /// </summary>
    public static string ShownOf(string url)
    {
        var (site, host) = (Of(url), ShownHost.AsciiOf(new Uri(url).IdnHost));
        var ascii = ShownHost.AsciiOf(site);
        return host == ascii || host.EndsWith('.' + ascii, StringComparison.Ordinal) ? site : host;
    }

    /// <summary>Counts the labels of the public suffix: the longest matching rule, less one for an exception.</summary>
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

    /// <summary>Replaces fullwidth letters and dots by plain ones and drops invisible characters, as browsers do.</summary>
    private static string Plain(string host)
    {
        try
        {
            host = new IdnMapping { AllowUnassigned = true }.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            // Left as it is.
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
