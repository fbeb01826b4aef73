using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Discord.Gateway;

/// <summary>Opens connections, and holds what each of them needs.</summary>
internal sealed class GatewayConnector(
    IOptionsMonitor<DiscordOptions> options,
    DispatchReader reception,
    TimeProvider time,
    GatewayPatience patience,
    ISessionHandover handover,
    ILogger<GatewayConnection> logger)
{
    public DiscordOptions Options => options.CurrentValue;
    public DispatchReader Reception => reception;
    public TimeProvider Time => time;
    public GatewayPatience Patience => patience;
    public ISessionHandover Handover => handover;
    public ILogger Logger => logger;

    /// <param name="turn">The permission to identify; null if there is a session to resume.</param>
    /// <exception cref="WebSocketException">The connection couldn't be opened.</exception>
    public async Task<GatewayConnection> OpenAsync(
        string url, ShardMemory memory, IdentifyGate.Turn? turn, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var gateway) || gateway.Scheme is not ("ws" or "wss"))
        {
            throw new WebSocketException("Discord gave no usable address for its gateway.");
        }
        var address = new UriBuilder(gateway)
        {
            Query = "v=10&encoding=json" + (Options.Compress ? "&compress=zlib-stream" : ""),
        };
        var socket = await GatewaySocket.OpenAsync(address.Uri, Options.Compress, time, patience, cancellationToken);
        return new GatewayConnection(this, socket, memory, turn);
    }
}
