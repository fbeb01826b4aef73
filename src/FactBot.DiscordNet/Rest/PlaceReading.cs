using Discord;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>Converts Discord.Net's people, roles, channels and messages to Discord's types.</summary>
internal static class PlaceReading
{
    public static Wire.User UserOf(IUser user) => new()
    {
        Id = new(user.Id),
        Username = user.Username,
        GlobalName = user.GlobalName,
        Bot = user.IsBot ? true : null,
    };

    public static Wire.Member MemberOf(IUser user) => user is not IGuildUser member
        ? new() { User = UserOf(user) }
        : new()
        {
            User = UserOf(user),
            Nick = member.Nickname,
            // Discord.Net lists @everyone, whose id is the guild's, among each member's roles.
            Roles = [.. member.RoleIds.Where(r => r != member.GuildId).Select(r => new Wire.Snowflake(r))],
            Permissions = (Wire.Permissions)member.GuildPermissions.RawValue,
        };

    public static Wire.Role RoleOf(IRole role) => new()
    {
        Id = new(role.Id),
        Name = role.Name,
        Permissions = (Wire.Permissions)role.Permissions.RawValue,
        Position = role.Position,
        Managed = role.IsManaged,
        Mentionable = role.IsMentionable,
    };

    public static Wire.Channel ChannelOf(IChannel channel) => new()
    {
        Id = new(channel.Id),
        Name = channel.Name,
        Type = channel.GetChannelType() is { } type ? (Wire.ChannelType)(int)type : default,
        GuildId = channel is IGuildChannel { GuildId: var guild } ? new(guild) : null,
        PermissionOverwrites = channel is IGuildChannel place and not IThreadChannel ? [.. place.PermissionOverwrites.Select(OverwriteOf)] : null,
    };

    public static Wire.Message MessageOf(IMessage message) => new()
    {
        Id = new(message.Id),
        ChannelId = new(message.Channel.Id),
        Author = UserOf(message.Author),
        Content = message.Content ?? "",
        Timestamp = message.Timestamp,
        Embeds = [.. message.Embeds.Select(e => new Wire.Embed { Title = e.Title, Description = e.Description })],
    };

    private static Wire.PermissionOverwrite OverwriteOf(Overwrite overwrite) => new()
    {
        Id = new(overwrite.TargetId),
        Type = (int)overwrite.TargetType,
        Allow = (Wire.Permissions)overwrite.Permissions.AllowValue,
        Deny = (Wire.Permissions)overwrite.Permissions.DenyValue,
    };
}
