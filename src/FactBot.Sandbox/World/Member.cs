namespace FactBot.Sandbox.World;

/// <summary>A user's membership in a guild.</summary>
internal sealed record Member(string UserId, List<string> RoleIds, DateTimeOffset JoinedAt)
{
    public string? Nick { get; set; }

    /// <summary>Until when somebody has put them in a timeout.</summary>
    public DateTimeOffset? TimeoutUntil { get; set; }

    public bool Mute { get; set; }

    public bool Deaf { get; set; }
}
