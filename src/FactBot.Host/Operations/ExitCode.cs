using FactBot.Discord.Gateway;

namespace FactBot.Host.Operations;

/// <summary>The exit codes of the process; 0 is a requested stop.</summary>
internal static class ExitCode
{
    /// <summary>A check found a problem, or the command wasn't understood.</summary>
    public const int Failed = 1;

    /// <summary>A setting is missing, wrong or unknown.</summary>
    public const int Settings = 2;

    /// <summary>The database can't be used.</summary>
    public const int Database = 3;

    /// <summary>Discord's permanent refusal: the close code minus 4000, so 4 for a wrong token, 10 to 14 for the rest.</summary>
    public static int Of(GatewayFatalException refusal) => refusal.CloseCode - 4000;
}
