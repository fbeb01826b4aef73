using FactBot.Discord.Wire;

namespace FactBot.Discord;

/// <summary>What a member may do in a channel: the permissions of their roles, then the channel's overwrites.</summary>
/// <remarks>https://docs.discord.com/developers/topics/permissions#permission-overwrites</remarks>
public static class ChannelPermissions
{
    private const Permissions All = (Permissions)ulong.MaxValue;

    public static Permissions Of(Snowflake user, Member member, Snowflake guild, IReadOnlyList<Role> roles, Channel channel)
    {
        var granted = roles.Where(r => r.Id == guild || member.Roles.Contains(r.Id))
            .Aggregate(Permissions.None, (sum, role) => sum | (role.Permissions ?? Permissions.None));
        if (granted.HasFlag(Permissions.Administrator))
        {
            return All;
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        granted = Apply(granted, overwrites.Where(o => o.Id == guild));
        granted = Apply(granted, overwrites.Where(o => o.Id != guild && member.Roles.Contains(o.Id)));
        granted = Apply(granted, overwrites.Where(o => o.Id == user));
        return granted.HasFlag(Permissions.ViewChannel) ? granted : Permissions.None;
    }

    private static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Permissions.None, Permissions.None), (sum, o) => (sum.Item1 | o.Allow, sum.Item2 | o.Deny));
        return (granted & ~deny) | allow;
    }
}
