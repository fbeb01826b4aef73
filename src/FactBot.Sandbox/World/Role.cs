namespace FactBot.Sandbox.World;

/// <summary>A role in a guild; the one with the guild's own id is @everyone.</summary>
internal sealed record Role(string Id, string Name, Permission Permissions, int Position, string? BotId = null);
