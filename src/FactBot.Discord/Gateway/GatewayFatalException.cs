namespace FactBot.Discord.Gateway;

/// <summary>Discord refuses the bot in a way that retrying can't fix. The message says what to do.</summary>
public sealed class GatewayFatalException(int closeCode, string message) : Exception(message)
{
    /// <summary>4004 or 4010 to 4014.</summary>
    public int CloseCode { get; } = closeCode;
}
