namespace FactBot.Sandbox.World;

/// <summary>A user's place in one guild.</summary>
internal sealed record Member(string UserId, List<string> RoleIds, DateTimeOffset JoinedAt);
