using System.Globalization;

namespace FactBot.Sandbox.World;

/// <summary>Computes what a member may do: first from roles, then from the channel's overwrites.</summary>
/// <remarks>https://docs.discord.com/developers/topics/permissions#permission-overwrites</remarks>
internal static class PermissionReading
{
    private const Permission All = (Permission)((1UL << 53) - 1);

    public static Permission PermissionsIn(this SandboxWorld world, Channel channel, string userId)
    {
        if (channel.GuildId is null)
            return All & ~(Permission.ManageChannels | Permission.ManageGuild | Permission.Administrator);
        var guild = world.GetGuild(channel.GuildId);
        var granted = PermissionsOf(guild, userId);
        if (granted == All || guild.FindMember(userId) is not { } member)
            return granted;

        // A thread has no overwrites of its own; those of its parent apply.
        var place = channel.IsThread && world.FindChannel(channel.ParentId) is { } parent ? parent : channel;
        if (place.Overwrites.Find(o => o.TargetId == guild.Id) is { } everyone)
            granted = (granted & ~everyone.Deny) | everyone.Allow;
        var own = place.Overwrites.FindAll(o => member.RoleIds.Contains(o.TargetId));
        granted &= ~own.Aggregate(Permission.None, (sum, o) => sum | o.Deny);
        granted |= own.Aggregate(Permission.None, (sum, o) => sum | o.Allow);
        if (place.Overwrites.Find(o => o.IsMember && o.TargetId == userId) is { } personal)
            granted = (granted & ~personal.Deny) | personal.Allow;
        return granted.HasFlag(Permission.ViewChannel) ? granted : Permission.None;
    }

    public static Permission PermissionsOf(Guild guild, string userId)
    {
        if (guild.OwnerId == userId)
            return All;
        if (guild.FindMember(userId) is not { } member)
            return Permission.None;
        var granted = guild.Roles
            .Where(role => role.Id == guild.Id || member.RoleIds.Contains(role.Id))
            .Aggregate(Permission.None, (sum, role) => sum | role.Permissions);
        return granted.HasFlag(Permission.Administrator) ? All : granted;
    }

    public static string Written(this Permission permissions) =>
        ((ulong)permissions).ToString(CultureInfo.InvariantCulture);
}
