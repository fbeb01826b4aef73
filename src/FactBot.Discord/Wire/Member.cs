namespace FactBot.Discord.Wire;

/// <summary>A user's place in one guild.</summary>
public sealed record Member
{
    /// <summary>Absent inside <see cref="ResolvedData"/>, where the users have a dictionary of their own.</summary>
    public User? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<Snowflake> Roles { get; set; } = [];

    /// <summary>All that the member may do in the channel of the interaction; only interactions carry it.</summary>
    public Permissions? Permissions { get; init; }
}
