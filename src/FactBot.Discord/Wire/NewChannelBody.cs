namespace FactBot.Discord.Wire;

/// <summary>A channel to create in a guild. Needs the Manage Channels permission.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#create-guild-channel</remarks>
public sealed record NewChannelBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    public required ChannelType Type { get; init; }

    /// <summary>At most 1,024 characters.</summary>
    public string? Topic { get; init; }
}
