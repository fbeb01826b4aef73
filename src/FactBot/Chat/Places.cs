using FactBot.Domain;

namespace FactBot.Chat;

/// <summary>The channels and roles of a team's server, as the chat lists them.</summary>
/// <param name="Channels">The channels for messages that the bot can see.</param>
/// <param name="Roles">The roles that can be given to people.</param>
public sealed record Places(IReadOnlyList<NamedChannel> Channels, IReadOnlyList<NamedRole> Roles);

public sealed record NamedChannel(ChannelId Id, string Name);

public sealed record NamedRole(RoleId Id, string Name);
