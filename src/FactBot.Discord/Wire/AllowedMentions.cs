namespace FactBot.Discord.Wire;

/// <summary>Whom a message may ping. Discord takes its absence as everyone named, on an edit too.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#allowed-mentions-object</remarks>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>Kinds that ping wherever they are named: users, roles, everyone.</summary>
    public IReadOnlyList<string> Parse { get; set; } = [];

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }
    public bool? RepliedUser { get; init; }
}
