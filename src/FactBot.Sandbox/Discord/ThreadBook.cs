using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Starts, archives and deletes threads, and notifies the gateway. Requires the world's lock.</summary>
/// <remarks>https://docs.discord.com/developers/topics/threads</remarks>
internal sealed class ThreadBook(SandboxWorld world, PretendGateway gateway, MessageStore messages)
{
    /// <summary>Per guild. Discord doesn't document a number; bots have run into this one.</summary>
    private const int MostActive = 1000;

    /// <param name="parent">The channel it belongs to.</param>
    /// <param name="body">As sent: name, auto_archive_duration, type.</param>
    /// <param name="message">The message it starts from, whose id becomes the thread's.</param>
    public Channel Start(Channel parent, JsonObject body, StoredMessage? message)
    {
        if (parent.Type is not (0 or 5))
            throw DiscordRefusal.WrongChannelType;
        if (message is not null && world.FindChannel(message.Id) is not null)
            throw DiscordRefusal.ThreadExists;
        ThreadRules.Check(body, isNew: true);
        // Without a type, Discord makes it private.
        var isPublic = message is not null || (body.Number("type") ?? 12) != 12;
        var type = !isPublic ? 12 : parent.Type == 5 ? 10 : 11;
        var thread = Open(parent, body, type, isPublic ? Permission.CreatePublicThreads : Permission.CreatePrivateThreads, message?.Id);
        var bot = world.GetPerson(SandboxWorld.BotId);
        if (message is not null)
        {
            message.Flags |= MessageRules.HasThread;
            messages.TellChanged(message);
            messages.Announce(thread, 21, bot, reference: MessageReferences.To(message, parent));
        }
        else if (isPublic)
        {
            messages.Announce(parent, 18, bot, thread.Name, new JsonObject
            {
                ["type"] = 0,
                ["channel_id"] = thread.Id,
                ["guild_id"] = thread.GuildId,
            });
        }

        return thread;
    }

    /// <summary>Starts a thread of a forum with its first message, whose id is the thread's.</summary>
    public (Channel Thread, StoredMessage Message) Post(Channel forum, JsonObject body, IReadOnlyList<UploadedFile> files)
    {
        ThreadRules.Check(body, isNew: true);
        ThreadRules.CheckTags(body, forum);
        var first = body.Map("message") ?? throw ThreadRules.MessageRequired();
        MessageRules.Check(first, isV2: ((first.Number("flags") ?? 0) & MessageRules.ComponentsV2) != 0);
        if (MessageRules.IsEmpty(first, files.Count))
            throw DiscordRefusal.EmptyMessage;
        var thread = Open(forum, body, 11, Permission.SendMessages, id: null);
        var bot = MessageOrigin.Of(world.GetPerson(SandboxWorld.BotId));
        return (thread, messages.Create(thread, bot, first, files, id: thread.Id));
    }

    public void Change(Channel thread, JsonObject body)
    {
        if (thread.Archived && body.Flag("archived") != false)
            throw DiscordRefusal.ThreadArchived;
        ThreadRules.Check(body, isNew: false);
        if (world.FindChannel(thread.ParentId) is { IsForum: true } forum)
            ThreadRules.CheckTags(body, forum);
        var granted = world.PermissionsIn(thread, SandboxWorld.BotId);
        if (!granted.HasFlag(Permission.ManageThreads) && (thread.OwnerId != SandboxWorld.BotId || body.Has("locked")))
            throw DiscordRefusal.MissingPermissions;
        var isRenamed = body.Text("name") is { } name && name != thread.Name;
        thread.Name = body.Text("name") ?? thread.Name;
        thread.Locked = body.Flag("locked") ?? thread.Locked;
        thread.Invitable = body.Flag("invitable") ?? thread.Invitable;
        thread.AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? thread.AutoArchiveMinutes);
        thread.SlowModeSeconds = (int)(body.Number("rate_limit_per_user") ?? thread.SlowModeSeconds);
        if (body.List("applied_tags") is { } tags)
            thread.Settings["applied_tags"] = tags.Select(tag => tag.AsWritten() ?? "").ToJsonArray();
        if (body.Flag("archived") is { } archived)
        {
            thread.Archived = archived;
            thread.ArchiveChangedAt = world.Clock.GetUtcNow();
        }

        Tell("THREAD_UPDATE", thread);
        if (isRenamed)
            messages.Announce(thread, 4, world.GetPerson(SandboxWorld.BotId), thread.Name);
    }

    /// <summary>Adds a user; the bot itself, or somebody whom it adds.</summary>
    public void AddMember(Channel thread, Person person)
    {
        if (thread.ThreadMemberIds.Contains(person.Id))
            return;
        thread.ThreadMemberIds.Add(person.Id);
        var isBot = person.Id == SandboxWorld.BotId;
        TellMembers(thread, added: person.Id, removed: null);
        if (isBot)
            gateway.Tell("THREAD_CREATE", world.ToThreadJson(thread), thread.GuildId);
        else
            messages.Announce(thread, 1, world.GetPerson(SandboxWorld.BotId), mentions: person);
    }

    public void RemoveMember(Channel thread, Person person)
    {
        if (!thread.ThreadMemberIds.Remove(person.Id))
            return;
        TellMembers(thread, added: null, removed: person.Id);
        if (person.Id != SandboxWorld.BotId)
            messages.Announce(thread, 2, world.GetPerson(SandboxWorld.BotId), mentions: person);
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
        var data = isNew ? world.ToThreadJson(thread) : world.ToJson(thread);
        if (isNew)
            data["newly_created"] = true;
        gateway.Tell(type, data, thread.GuildId);
    }

    private Channel Open(Channel parent, JsonObject body, int type, Permission needed, string? id)
    {
        if (!world.PermissionsIn(parent, SandboxWorld.BotId).HasFlag(needed))
            throw DiscordRefusal.MissingPermissions;
        if (world.State.Channels.Count(c => c is { IsThread: true, Archived: false } && c.GuildId == parent.GuildId) >= MostActive)
            throw DiscordRefusal.TooManyActiveThreads;
        var now = world.Clock.GetUtcNow();
        var usual = parent.Settings.Number("default_auto_archive_duration") ?? 4320;
        var thread = new Channel
        {
            Id = id ?? world.NextId(),
            Type = type,
            GuildId = parent.GuildId,
            ParentId = parent.Id,
            OwnerId = SandboxWorld.BotId,
            Name = body.Text("name")!,
            AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? usual),
            SlowModeSeconds = (int)(body.Number("rate_limit_per_user") ?? 0),
            Invitable = body.Flag("invitable") ?? true,
            CreatedAt = now,
            ArchiveChangedAt = now,
            ThreadMemberIds = { SandboxWorld.BotId },
        };
        if (parent.IsForum)
            thread.Settings["applied_tags"] = (body.List("applied_tags") ?? []).Select(tag => tag.AsWritten() ?? "").ToJsonArray();
        world.State.Channels.Add(thread);
        Tell("THREAD_CREATE", thread, isNew: true);
        return thread;
    }

    // Of other members than the bot, Discord tells only those with the privileged intent.
    private void TellMembers(Channel thread, string? added, string? removed)
    {
        var data = new JsonObject
        {
            ["id"] = thread.Id,
            ["guild_id"] = thread.GuildId,
            ["member_count"] = Math.Min(thread.ThreadMemberIds.Count, 50),
        };
        if (added is not null)
        {
            var member = PlaceShapes.ThreadMemberJson(thread, added);
            member["member"] = world.GetGuild(thread.GuildId!).FindMember(added)?.ToJson(world.GetPerson(added));
            member["presence"] = null;
            data["added_members"] = new JsonArray(member);
        }

        if (removed is not null)
            data["removed_member_ids"] = new JsonArray(removed);
        var isBot = (added ?? removed) == SandboxWorld.BotId;
        gateway.Tell("THREAD_MEMBERS_UPDATE", data, thread.GuildId, isBot ? Intent.Guilds : Intent.GuildMembers);
    }
}
