namespace FactBot.Discord.Wire;

/// <summary>A user's membership of a guild.</summary>
public sealed record Member
{
    /// <summary>Absent inside <see cref="ResolvedData"/>, which has a separate dictionary of users.</summary>
    public User? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<Snowflake> Roles { get; set; } = [];

    /// <summary>Everything the member may do in the interaction's channel; only present in interactions.</summary>
    public Permissions? Permissions { get; init; }
}
