namespace FactBot.Chat;

/// <summary>The channels and roles of a team's server, as the chat lists them.</summary>
/// <param name="Channels">Those in which messages can be posted, as far as the desk may see them.</param>
/// <param name="Roles">Those that can be given to people.</param>
public sealed record Places(IReadOnlyList<NamedChannel> Channels, IReadOnlyList<NamedRole> Roles);

public sealed record NamedChannel(ChannelId Id, string Name);

public sealed record NamedRole(RoleId Id, string Name);
