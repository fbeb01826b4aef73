using System.Globalization;
using System.Text;

namespace FactBot.Text.Addresses;

/// <summary>
/// The host of a web address as people are shown it, so that it can't imitate another: a label stands in its own letters only
/// where all are of one script, none of them unseen, and they don't look like Latin letters as a whole; else as punycode.
/// </summary>
/// <remarks>
/// After Unicode's UTS #39 (https://www.unicode.org/reports/tr39/), stricter than its level “highly restrictive”: Latin mixes with
/// no other script. The scripts and look-alikes are in <see cref="HostScripts"/>.
/// </remarks>
public static class ShownHost
{
    /// <summary>In characters; of a longer one the end is shown, which tells whose it is.</summary>
    private const int MaxLength = 60;

    /// <summary>With which an encoded label begins.</summary>
    private const string Prefix = "xn--";

    /// <summary>The host, with its port where that's not the usual one.</summary>
    public static string Of(Uri address)
    {
        var host = NameOf(address);
        return address.IsDefaultPort || address.Port < 0 ? host : $"{host}:{address.Port.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A host without anything else.</summary>
    public static string Of(string host) => Clipped(string.Join('.', Labels(host)));

    /// <summary>Whether the host's own letters aren't shown, so that people should look closely at what it is.</summary>
    public static bool IsOdd(string host) => Labels(host).Any(l => l.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || l.Contains('%', StringComparison.Ordinal));

    /// <summary>The host in the form in which it is looked up: small ASCII letters, without a last dot.</summary>
    public static string AsciiOf(string host)
    {
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(host.TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return host.TrimEnd('.').ToLowerInvariant();
        }
    }

    private static string NameOf(Uri address) => address.HostNameType == UriHostNameType.Dns ? Of(address.IdnHost) : address.Host;

    private static string[] Labels(string host)
    {
        var encoded = AsciiOf(host).Split('.');
        string[] labels = [.. encoded.Select(Readable)];
        // Letters that run the other way would change places with those beside them.
        return labels.Any(HostScripts.RunsRightToLeft) && !labels.All(HostScripts.RunsRightToLeft)
            ? [.. labels.Zip(encoded, (label, ascii) => HostScripts.RunsRightToLeft(label) ? ascii : label)]
            : labels;
    }

    /// <summary>A label in its own letters, where they can't deceive; else as it is.</summary>
    private static string Readable(string label)
    {
        if (!label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            // What is no name of a host at all is shown escaped.
            return Ascii.IsValid(label) ? label : Uri.EscapeDataString(label);
        }

        try
        {
            var mapping = new IdnMapping { AllowUnassigned = true };
            var letters = mapping.GetUnicode(label);
            return mapping.GetAscii(letters) == label && HostScripts.IsPlain(letters) ? letters : label;
        }
        catch (ArgumentException)
        {
            return label;
        }
    }

    private static string Clipped(string host) => host.Length <= MaxLength ? host : "…" + host[^(MaxLength - 1)..];
}
