namespace FactBot.Sandbox.World;

/// <summary>A role in a guild; the one with the guild's own id is @everyone.</summary>
internal sealed record Role(string Id, string Name, Permission Permissions, int Position, string? BotId = null)
{
    public int Color { get; init; }

    /// <summary>Whether its members are shown apart from the others.</summary>
    public bool Hoist { get; init; }

    /// <summary>Whether everybody may mention it; the roles of the opening world say nothing and may be.</summary>
    public bool? Mentionable { get; init; }

    public string? UnicodeEmoji { get; init; }
}
