using System.Globalization;
using System.Text;

namespace FactBot.Text.Addresses;

/// <summary>
/// The host of a web address, displayed so that it can't imitate another. A label is shown in its own letters only if they are
/// all visible, of one script, and don't look like Latin letters as a whole. Otherwise it is shown as punycode.
/// </summary>
/// <remarks>
/// Follows Unicode's UTS #39 (https://www.unicode.org/reports/tr39/), but is stricter than its “highly restrictive” level: Latin
/// mixes with no other script. The scripts and look-alikes are in <see cref="HostScripts"/>.
/// </remarks>
public static class ShownHost
{
    /// <summary>In characters. A longer host is cut at its start, since its end shows who owns it.</summary>
    private const int MaxLength = 60;

    private const string Prefix = "xn--";

    /// <summary>Returns the host to show, with its port unless that is the default one.</summary>
    public static string Of(Uri address)
    {
        var host = NameOf(address);
        return address.IsDefaultPort || address.Port < 0 ? host : $"{host}:{address.Port.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Returns the host to show, without a port.</summary>
    public static string Of(string host) => Clipped(string.Join('.', Labels(host)));

    /// <summary>Whether part of the host is shown encoded, so that people should look at it closely.</summary>
    public static bool IsOdd(string host) => Labels(host).Any(l => l.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || l.Contains('%', StringComparison.Ordinal));

    /// <summary>Returns the host as DNS looks it up: in lower-case ASCII, without a trailing dot.</summary>
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
        // In a host of mixed directions, right-to-left labels would swap places with their neighbors.
        return labels.Any(HostScripts.RunsRightToLeft) && !labels.All(HostScripts.RunsRightToLeft)
            ? [.. labels.Zip(encoded, (label, ascii) => HostScripts.RunsRightToLeft(label) ? ascii : label)]
            : labels;
    }

    /// <summary>Returns a label in its own letters if they can't deceive; otherwise unchanged.</summary>
    private static string Readable(string label)
    {
        if (!label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            // A label that is invalid in a host name is escaped.
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
