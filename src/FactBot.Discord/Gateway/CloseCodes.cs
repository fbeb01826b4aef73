namespace FactBot.Discord.Gateway;

/// <summary>What the gateway's close codes require of us.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway</remarks>
internal static class CloseCodes
{
    /// <summary>Sent on a graceful shutdown; it ends the session too.</summary>
    public const int Normal = 1000;

    /// <summary>Sent when we disconnect to come back: any code except 1000 and 1001 keeps the session.</summary>
    public const int KeepSession = 4000;

    public const int AuthenticationFailed = 4004;

    /// <param name="code">Null if the connection broke without one.</param>
    public static NextStep After(int? code) => code switch
    {
        AuthenticationFailed or (>= 4010 and <= 4014) => NextStep.Stop,
        // Not authenticated, already authenticated, invalid sequence, session timed out.
        4003 or 4005 or 4007 or 4009 => NextStep.Identify,
        _ => NextStep.Resume,
    };

    /// <summary>Advice for the operator about a code that stops the bot.</summary>
    public static string Advice(int code) => code switch
    {
        AuthenticationFailed =>
            "Discord does not accept the bot's token. Reset it on the Bot page of the Developer Portal, "
            + "and set Discord:Token to the new one.",
        4010 or 4011 =>
            "Discord asks for sharding of another kind: the bot is in more guilds (2500) than one connection may "
            + "serve, or Discord:Shards does not fit. Set it to auto, and start FactBot again.",
        4012 =>
            "Discord no longer speaks version 10 of its gateway. Install a newer FactBot.",
        4013 =>
            "Discord does not know the intents in Discord:Intents. Remove the setting to use the default.",
        4014 =>
            "Discord:Intents names a privileged intent that the app does not have. Switch it on on the Bot page of "
            + "the Developer Portal, or remove the setting.",
        _ => $"Discord closed the gateway for good with code {code}.",
    };
}
