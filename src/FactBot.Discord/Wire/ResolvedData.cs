namespace FactBot.Discord.Wire;

/// <summary>The things that an interaction's ids stand for.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }
    public IReadOnlyDictionary<Snowflake, Member>? Members { get; init; }
    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }
    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }
    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}
