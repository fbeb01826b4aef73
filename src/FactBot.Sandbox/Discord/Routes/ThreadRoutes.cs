using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Threads: their start, their members and the lists of them.</summary>
/// <remarks>https://docs.discord.com/developers/topics/threads</remarks>
internal sealed class ThreadRoutes(SandboxWorld world, ThreadBook threads)
{
    public void Map(RestRoutes routes)
    {
        const string Thread = "channels/{channel}";
        routes.Map("POST", Thread + "/threads", Start);
        routes.Map("POST", Thread + "/messages/{message}/threads", StartFromMessage);
        routes.Map("PUT", Thread + "/thread-members/@me", Join);
        routes.Map("DELETE", Thread + "/thread-members/@me", Leave);
        routes.Map("GET", Thread + "/thread-members/@me", GetMember);
        routes.Map("PUT", Thread + "/thread-members/{user}", Join);
        routes.Map("DELETE", Thread + "/thread-members/{user}", Leave);
        routes.Map("GET", Thread + "/thread-members/{user}", GetMember);
        routes.Map("GET", Thread + "/thread-members", ListMembers);
        routes.Map("GET", "guilds/{guild}/threads/active", ListActive);
        routes.Map("GET", Thread + "/threads/archived/public", call => ListArchived(call, thread => thread.Type != 12));
        routes.Map("GET", Thread + "/threads/archived/private", ListPrivate);
        routes.Map("GET", Thread + "/users/@me/threads/archived/private", call => ListArchived(
            call, thread => thread.Type == 12 && thread.ThreadMemberIds.Contains(SandboxWorld.BotId)));
    }

    private RestAnswer Start(RestCall call)
    {
        var parent = world.GetChannel(call["channel"]);
        if (!parent.IsForum)
            return RestAnswer.Created(world.ToThreadJson(threads.Start(parent, call.ReadObject(), message: null)));
        var (thread, message) = threads.Post(parent, call.ReadObject(), call.Files);
        var json = world.ToThreadJson(thread);
        json["message"] = world.ToJson(message);
        return RestAnswer.Created(json);
    }

    private RestAnswer StartFromMessage(RestCall call)
    {
        var parent = world.GetChannel(call["channel"]);
        var message = world.GetMessage(parent, call["message"]);
        return RestAnswer.Created(world.ToThreadJson(threads.Start(parent, call.ReadObject(), message)));
    }

    private RestAnswer Join(RestCall call)
    {
        threads.AddMember(GetOpen(call), GetPerson(call));
        return RestAnswer.NoContent;
    }

    private RestAnswer Leave(RestCall call)
    {
        var thread = GetOpen(call);
        var person = GetPerson(call);
        var mayRemove = person.Id == SandboxWorld.BotId || (thread.Type == 12 && thread.OwnerId == SandboxWorld.BotId)
            || world.PermissionsIn(thread, SandboxWorld.BotId).HasFlag(Permission.ManageThreads);
        if (!mayRemove)
            throw DiscordRefusal.MissingPermissions;
        threads.RemoveMember(thread, person);
        return RestAnswer.NoContent;
    }

    private RestAnswer GetMember(RestCall call)
    {
        var thread = GetThread(call);
        var person = GetPerson(call);
        return thread.ThreadMemberIds.Contains(person.Id)
            ? RestAnswer.Ok(MemberJson(thread, person.Id, call))
            : throw DiscordRefusal.UnknownMember;
    }

    private RestAnswer ListMembers(RestCall call)
    {
        var thread = GetThread(call);
        return RestAnswer.Ok(thread.ThreadMemberIds.Select(user => MemberJson(thread, user, call)).ToJsonArray());
    }

    private JsonObject MemberJson(Channel thread, string user, RestCall call)
    {
        var json = PlaceShapes.ThreadMemberJson(thread, user);
        if (call.Asks("with_member") && world.GetGuild(thread.GuildId!).FindMember(user) is { } member)
            json["member"] = member.ToJson(world.GetPerson(user));
        return json;
    }

    private RestAnswer ListActive(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        return RestAnswer.Ok(ListJson(world.State.Channels.Where(
            channel => channel is { IsThread: true, Archived: false } && channel.GuildId == guild.Id), hasMore: false));
    }

    private RestAnswer ListPrivate(RestCall call)
    {
        world.GetChannel(call["channel"], Permission.ManageThreads);
        return ListArchived(call, thread => thread.Type == 12);
    }

    // Those that were archived last come first.
    private RestAnswer ListArchived(RestCall call, Func<Channel, bool> fits)
    {
        var parent = world.GetChannel(call["channel"], Permission.ReadMessageHistory);
        if (parent.IsThread || parent.GuildId is null)
            throw DiscordRefusal.WrongChannelType;
        var limit = call.Limit(50, 2, 100);
        var before = DateTimeOffset.TryParse(call.Query["before"], CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.MaxValue;
        var found = world.State.Channels
            .Where(thread => thread is { IsThread: true, Archived: true } && thread.ParentId == parent.Id && fits(thread))
            .Where(thread => thread.ArchiveChangedAt < before)
            .OrderByDescending(thread => thread.ArchiveChangedAt).ToList();
        return RestAnswer.Ok(ListJson(found.Take(limit), found.Count > limit));
    }

    private JsonObject ListJson(IEnumerable<Channel> found, bool hasMore) => new()
    {
        ["threads"] = found.Select(world.ToJson).ToJsonArray(),
        ["members"] = found.Where(thread => thread.ThreadMemberIds.Contains(SandboxWorld.BotId))
            .Select(thread => PlaceShapes.ThreadMemberJson(thread, SandboxWorld.BotId)).ToJsonArray(),
        ["has_more"] = hasMore,
    };

    private Channel GetOpen(RestCall call)
    {
        var thread = GetThread(call);
        return thread.Archived ? throw DiscordRefusal.ThreadArchived : thread;
    }

    private Channel GetThread(RestCall call)
    {
        var thread = world.GetChannel(call["channel"]);
        return thread.IsThread ? thread : throw DiscordRefusal.WrongChannelType;
    }

    private Person GetPerson(RestCall call) =>
        world.FindPerson(call.Values.GetValueOrDefault("user", SandboxWorld.BotId)) ?? throw DiscordRefusal.UnknownUser;
}
