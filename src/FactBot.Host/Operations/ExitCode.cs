namespace FactBot.Host.Operations;

/// <summary>What the process tells whoever started it.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A setting is missing or wrong.</summary>
    public const int Settings = 2;

    /// <summary>The database cannot be used.</summary>
    public const int Database = 3;

    /// <summary>Discord refuses the bot in a way that trying again cannot mend.</summary>
    public const int Discord = 4;
}
