namespace FactBot.Discord.Wire;

/// <summary>The objects that an interaction's ids refer to.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }
    public IReadOnlyDictionary<Snowflake, Member>? Members { get; init; }
    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }
    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }
    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}
