namespace FactBot.Discord.Wire;

/// <summary>A channel to make in a guild; it needs the permission Manage Channels.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#create-guild-channel</remarks>
public sealed record NewChannelBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    public required ChannelType Type { get; init; }

    /// <summary>At most 1,024 characters.</summary>
    public string? Topic { get; init; }
}
