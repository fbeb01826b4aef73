namespace FactBot.Discord.Wire;

/// <summary>Mentions that a message may ping. If absent, Discord pings everyone mentioned, on an edit too.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#allowed-mentions-object</remarks>
public sealed record AllowedMentions
{
    /// <summary>Pings nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>Kinds whose mentions all ping: users, roles, everyone.</summary>
    public IReadOnlyList<string> Parse { get; set; } = [];

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }
    public bool? RepliedUser { get; init; }
}
