namespace FactBot.Discord.Gateway;

/// <summary>Where the gateway loop stands.</summary>
public enum GatewayState
{
    /// <summary>Not running: not yet, or no more.</summary>
    Stopped,

    /// <summary>Between two attempts.</summary>
    Waiting,

    /// <summary>Asking for the address, opening the socket, or identifying.</summary>
    Connecting,

    /// <summary>Events come in.</summary>
    Connected,
}
