namespace FactBot.Sandbox.World;

/// <summary>A user's membership in a guild.</summary>
internal sealed record Member(string UserId, List<string> RoleIds, DateTimeOffset JoinedAt);
