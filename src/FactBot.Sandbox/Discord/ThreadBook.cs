using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Starts, archives and deletes threads, and notifies the gateway. Requires the world's lock.</summary>
/// <remarks>https://docs.discord.com/developers/topics/threads</remarks>
internal sealed class ThreadBook(SandboxWorld world, PretendGateway gateway)
{
    /// <summary>Per guild. Discord doesn't document a number; bots have run into this one.</summary>
    private const int MostActive = 1000;

    private static readonly long[] Durations = [60, 1440, 4320, 10080];

    /// <param name="parent">The text channel it belongs to.</param>
    /// <param name="body">As sent: name, auto_archive_duration, type.</param>
    /// <param name="message">The message it starts from, whose id becomes the thread's.</param>
    public Channel Start(Channel parent, JsonObject body, StoredMessage? message)
    {
        if (parent.Type != 0)
            throw DiscordRefusal.WrongChannelType;
        if (message is not null && world.FindChannel(message.Id) is not null)
            throw DiscordRefusal.ThreadExists;
        Check(body);
        // Without a type, Discord makes it private.
        var type = message is not null ? 11 : (int)(body.Number("type") ?? 12);
        var needed = type == 12 ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
        if (!world.PermissionsIn(parent, SandboxWorld.BotId).HasFlag(needed))
            throw DiscordRefusal.MissingPermissions;

        if (world.State.Channels.Count(c => c is { IsThread: true, Archived: false } && c.GuildId == parent.GuildId) >= MostActive)
            throw DiscordRefusal.TooManyActiveThreads;

        var now = world.Clock.GetUtcNow();
        var thread = new Channel
        {
            Id = message?.Id ?? world.NextId(),
            Type = type,
            GuildId = parent.GuildId,
            ParentId = parent.Id,
            OwnerId = SandboxWorld.BotId,
            Name = body.Text("name")!,
            AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? 4320),
            CreatedAt = now,
            ArchiveChangedAt = now,
            ThreadMemberIds = { SandboxWorld.BotId },
        };
        world.State.Channels.Add(thread);
        if (message is not null)
            message.Flags |= MessageRules.HasThread;
        Tell("THREAD_CREATE", thread, isNew: true);
        return thread;
    }

    public void Change(Channel thread, JsonObject body)
    {
        if (thread.Archived && body.Flag("archived") != false)
            throw DiscordRefusal.ThreadArchived;
        Check(body, isNew: false);
        var granted = world.PermissionsIn(thread, SandboxWorld.BotId);
        if (!granted.HasFlag(Permission.ManageThreads) && (thread.OwnerId != SandboxWorld.BotId || body.Has("locked")))
            throw DiscordRefusal.MissingPermissions;
        thread.Name = body.Text("name") ?? thread.Name;
        thread.Locked = body.Flag("locked") ?? thread.Locked;
        thread.AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? thread.AutoArchiveMinutes);
        if (body.Flag("archived") is { } archived)
        {
            thread.Archived = archived;
            thread.ArchiveChangedAt = world.Clock.GetUtcNow();
        }

        Tell("THREAD_UPDATE", thread);
    }

    /// <summary>Reopens an archived thread, as a new message in it does.</summary>
    public void Unarchive(Channel channel)
    {
        if (!channel.Archived)
            return;
        channel.Archived = false;
        channel.ArchiveChangedAt = world.Clock.GetUtcNow();
        Tell("THREAD_UPDATE", channel);
    }

    public void Delete(Channel thread)
    {
        world.State.Channels.Remove(thread);
        world.State.Messages.RemoveAll(message => message.ChannelId == thread.Id);
        gateway.Tell("THREAD_DELETE", new JsonObject
        {
            ["id"] = thread.Id,
            ["guild_id"] = thread.GuildId,
            ["parent_id"] = thread.ParentId,
            ["type"] = thread.Type,
        }, thread.GuildId);
    }

    private void Tell(string type, Channel thread, bool isNew = false)
    {
        var data = world.ToJson(thread);
        if (isNew)
            data["newly_created"] = true;
        gateway.Tell(type, data, thread.GuildId);
    }

    private static void Check(JsonObject body, bool isNew = true)
    {
        var errors = new FormErrors();
        if (isNew || body.Has("name"))
            errors.Length("name", body.Text("name"), 1, 100);
        if (body.Member("auto_archive_duration") is not null
            && !Durations.Contains(body.Number("auto_archive_duration") ?? 0))
            errors.Choice("auto_archive_duration", "60, 1440, 4320, 10080");
        if (body.Member("type") is not null && body.Number("type") is not (11 or 12))
            errors.Choice("type", "11, 12");
        errors.ThrowIfAny();
    }
}
