using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace FactBot.Pages;

/// <summary>
/// Which addresses a page may be fetched from. It is given by a program's own code: the bot reaches the internet alone, a
/// sandbox its own machine alone. Only the ports of the internet are a setting, <see cref="PagesOptions.Ports"/>.
/// </summary>
public sealed record PageReach
{
    // Deprecated IPv4-compatible addresses, such as ::127.0.0.1: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.1
    private const string Ipv4Compatible = "::/96";

    private PageReach()
    {
    }

    /// <summary>Public addresses; none of a private network, of this machine or of the link.</summary>
    public static PageReach Internet { get; } = new() { LooksUpNames = true, Ports = [80, 443] };

    /// <summary>This machine alone, at any port. No name is looked up, so that everything else fails at once.</summary>
    public static PageReach ThisMachine { get; } = new() { Inside = IPAddressRanges.loopback };

    /// <summary>Networks, as in <c>127.0.0.2/32</c>, that may be reached although they are not public.</summary>
    public IReadOnlyList<string> Inside { get; private init; } = [];

    /// <summary>The ports that pages are fetched from; none named means any.</summary>
    public IReadOnlyList<int> Ports { get; private init; } = [];

    private bool LooksUpNames { get; init; }

    /// <summary>The same, and these networks too.</summary>
    public PageReach And(params string[] networks) => this with { Inside = [.. Inside, .. networks] };

    /// <summary>The same at these ports alone.</summary>
    public PageReach On(params int[] ports) => this with { Ports = ports };

    /// <summary>Whether pages are fetched from its port.</summary>
    public bool AllowsPortOf(Uri address) => Ports.Count == 0 || Ports.Contains(address.Port);

    /// <summary>Whether the address is worth a try; each connection is then held against the policy by its IP address.</summary>
    public bool MayTry(Uri address) => AllowsPortOf(address) && address.Port != 0
        && (IPAddress.TryParse(address.IdnHost, out var ip) ? !IsOfNobody(ip) : LooksUpNames);

    /// <summary>A handler that refuses connections out of reach, whatever a name resolves to. It follows no redirect.</summary>
    internal HttpMessageHandler NewHandler()
    {
        var policy = new AntiSSRFPolicy(LooksUpNames ? PolicyConfigOptions.ExternalOnlyLatest : PolicyConfigOptions.InternalOnly)
        {
            AllowPlainTextHttp = true,
            AddXFFHeader = false,
        };
        if (LooksUpNames)
        {
            policy.AddDeniedAddresses([Ipv4Compatible]);
        }

        policy.AddAllowedAddresses([.. Inside]);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
        return handler;
    }

    /// <summary>Whether nothing can be connected to there: it means any address, or several at once.</summary>
    private static bool IsOfNobody(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) || ip.Equals(IPAddress.Broadcast) || ip.IsIPv6Multicast
            || (ip.AddressFamily == AddressFamily.InterNetwork && ip.GetAddressBytes()[0] is >= 224 and < 240);
    }
}
