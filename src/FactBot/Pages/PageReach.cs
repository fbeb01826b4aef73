using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace FactBot.Pages;

/// <summary>
/// The addresses that pages may be fetched from. A program's own code sets it: the bot reaches only the internet, and a sandbox
/// only its own machine. Only the internet's ports are a setting, <see cref="PagesOptions.Ports"/>.
/// </summary>
public sealed record PageReach
{
    // Deprecated IPv4-compatible addresses, such as ::127.0.0.1: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.1
    private const string Ipv4Compatible = "::/96";

    private PageReach()
    {
    }

    /// <summary>Public addresses only; no private network, loopback or link-local addresses.</summary>
    public static PageReach Internet { get; } = new() { LooksUpNames = true, Ports = [80, 443] };

    /// <summary>Only this machine, at any port. No names are looked up, so everything else fails at once.</summary>
    public static PageReach ThisMachine { get; } = new() { Inside = IPAddressRanges.loopback };

    /// <summary>Networks, such as <c>127.0.0.2/32</c>, that are allowed although they aren't public.</summary>
    public IReadOnlyList<string> Inside { get; private init; } = [];

    /// <summary>The ports that pages may be fetched from; empty means any.</summary>
    public IReadOnlyList<int> Ports { get; private init; } = [];

    private bool LooksUpNames { get; init; }

    /// <summary>Returns a copy that also allows these networks.</summary>
    public PageReach And(params string[] networks) => this with { Inside = [.. Inside, .. networks] };

    /// <summary>Returns a copy that allows only these ports.</summary>
    public PageReach On(params int[] ports) => this with { Ports = ports };

    /// <summary>Whether pages may be fetched from the address's port.</summary>
    public bool AllowsPortOf(Uri address) => Ports.Count == 0 || Ports.Contains(address.Port);

    /// <summary>Whether the address is worth trying; each connection is later checked against the policy by IP address.</summary>
    public bool MayTry(Uri address) => AllowsPortOf(address) && address.Port != 0
        && (IPAddress.TryParse(address.IdnHost, out var ip) ? !IsOfNobody(ip) : LooksUpNames);

    /// <summary>Creates a handler without redirects; it refuses connections out of reach, whatever a name resolves to.</summary>
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

    /// <summary>Whether the IP can't be connected to, because it stands for any address or for several at once.</summary>
    private static bool IsOfNobody(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) || ip.Equals(IPAddress.Broadcast) || ip.IsIPv6Multicast
            || (ip.AddressFamily == AddressFamily.InterNetwork && ip.GetAddressBytes()[0] is >= 224 and < 240);
    }
}
