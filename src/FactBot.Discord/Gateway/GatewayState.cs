namespace FactBot.Discord.Gateway;

/// <summary>The state of the gateway loop.</summary>
public enum GatewayState
{
    /// <summary>Not running: not yet started, or finished.</summary>
    Stopped,

    /// <summary>Between two attempts.</summary>
    Waiting,

    /// <summary>Asking for the address, opening the socket, or identifying.</summary>
    Connecting,

    /// <summary>Receiving events.</summary>
    Connected,
}
