using System.Net;
using System.Net.Sockets;

namespace FactBot.Host.Tests;

internal static class FreeAddress
{
    /// <summary>An address of this machine at which nobody listens.</summary>
    public static Uri Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
