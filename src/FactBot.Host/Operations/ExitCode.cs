using FactBot.Discord.Gateway;

namespace FactBot.Host.Operations;

/// <summary>What the process tells whoever started it; 0 is a stop that was asked for.</summary>
internal static class ExitCode
{
    /// <summary>Something that was looked at is not as it should be, or the command was not understood.</summary>
    public const int Failed = 1;

    /// <summary>A setting is missing, wrong or unknown.</summary>
    public const int Settings = 2;

    /// <summary>The database cannot be used.</summary>
    public const int Database = 3;

    /// <summary>Discord refuses the bot for good: its close code less 4000, so 4 for a wrong token and 10 to 14 for the rest.</summary>
    public static int Of(GatewayFatalException refusal) => refusal.CloseCode - 4000;
}
