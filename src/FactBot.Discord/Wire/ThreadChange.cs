namespace FactBot.Discord.Wire;

/// <summary>Changes to a thread. Null leaves a part as it is.</summary>
public sealed record ThreadChange
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>False reopens an archived thread, which any other change to it requires too.</summary>
    public bool? Archived { get; init; }
}
