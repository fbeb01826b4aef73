using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Finds what a path refers to, and checks whether the bot has access to it.</summary>
internal static class Access
{
    public static Channel GetChannel(this SandboxWorld world, string id, Permission needed = Permission.None)
    {
        var channel = world.FindChannel(id) ?? throw DiscordRefusal.UnknownChannel;
        // Discord documents no response during an outage; bots have seen this one:
        // https://github.com/bsquidwrd/LiveBot/issues/30
        if (world.FindGuild(channel.GuildId) is { IsUnavailable: true })
            throw DiscordRefusal.UnknownChannel;
        channel.ArchiveWhenIdle(world.Clock.GetUtcNow());
        var granted = world.PermissionsIn(channel, SandboxWorld.BotId);
        if (!granted.HasFlag(Permission.ViewChannel))
            throw DiscordRefusal.MissingAccess;
        return granted.HasFlag(needed) ? channel : throw DiscordRefusal.MissingPermissions;
    }

    /// <summary>Returns the channel, if the bot may write in it.</summary>
    public static Channel GetChannelToWrite(this SandboxWorld world, string id)
    {
        var channel = world.GetChannel(id);
        var granted = world.PermissionsIn(channel, SandboxWorld.BotId);
        if (!granted.HasFlag(channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages))
            throw DiscordRefusal.MissingPermissions;
        return channel is { Archived: true, Locked: true } && !granted.HasFlag(Permission.ManageThreads)
            ? throw DiscordRefusal.ThreadArchived
            : channel;
    }

    /// <summary>Returns a message visible to everybody in the channel; ephemeral ones are unknown here.</summary>
    public static StoredMessage GetMessage(this SandboxWorld world, Channel channel, string id) =>
        world.FindMessage(channel, id) is { VisibleTo: null } message ? message : throw DiscordRefusal.UnknownMessage;

    public static Guild GetGuildOfBot(this SandboxWorld world, string id, Permission needed = Permission.None)
    {
        var guild = world.FindGuild(id) ?? throw DiscordRefusal.UnknownGuild;
        if (guild.IsUnavailable)
            throw DiscordRefusal.UnknownGuild;
        if (!guild.HasBot)
            throw DiscordRefusal.MissingAccess;
        return PermissionReading.PermissionsOf(guild, SandboxWorld.BotId).HasFlag(needed)
            ? guild
            : throw DiscordRefusal.MissingPermissions;
    }
}
