namespace FactBot.Discord.Wire;

/// <summary>What is to change of a thread; what is null stays.</summary>
public sealed record ThreadChange
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>False opens an archived thread again, which any other change of it needs too.</summary>
    public bool? Archived { get; init; }
}
