namespace FactBot.Discord.Wire;

/// <summary>A thread to start from a message.</summary>
public sealed record ThreadBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Minutes of inactivity: 60, 1440, 4320 or 10080.</summary>
    public int? AutoArchiveDuration { get; init; }
}
