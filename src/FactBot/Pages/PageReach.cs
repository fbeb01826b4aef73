using System.Net;
using Microsoft.Security.AntiSSRF;

namespace FactBot.Pages;

/// <summary>
/// Which addresses a page may be fetched from. It is given by a program's own code and never by a setting: the bot reaches
/// the internet alone, a sandbox its own machine alone.
/// </summary>
public sealed record PageReach
{
    // Deprecated IPv4-compatible addresses, such as ::127.0.0.1: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.1
    private const string Ipv4Compatible = "::/96";

    private PageReach()
    {
    }

    /// <summary>Public addresses; none of a private network, of this machine or of the link.</summary>
    public static PageReach Internet { get; } = new() { LooksUpNames = true };

    /// <summary>This machine alone. No name is looked up, so that everything else fails at once.</summary>
    public static PageReach ThisMachine { get; } = new() { Inside = IPAddressRanges.loopback };

    /// <summary>Networks, as in <c>127.0.0.2/32</c>, that may be reached although they are not public.</summary>
    public IReadOnlyList<string> Inside { get; private init; } = [];

    private bool LooksUpNames { get; init; }

    /// <summary>The same, and these networks too.</summary>
    public PageReach And(params string[] networks) => this with { Inside = [.. Inside, .. networks] };

    /// <summary>Whether the address is worth a try; each connection is then held against the policy by its IP address.</summary>
    public bool MayTry(Uri address) => LooksUpNames || IPAddress.TryParse(address.IdnHost, out _);

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
}
