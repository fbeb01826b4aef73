using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Channels, including threads, and the bot's direct messages.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
internal sealed class ChannelRoutes(SandboxWorld world, ThreadBook threads)
{
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "channels/{channel}", call => RestAnswer.Ok(world.ToJson(world.GetChannel(call["channel"]))));
        routes.Map("PATCH", "channels/{channel}", Change);
        routes.Map("DELETE", "channels/{channel}", Delete);
        routes.Map("POST", "channels/{channel}/threads", StartThread);
        routes.Map("POST", "channels/{channel}/messages/{message}/threads", StartThreadFromMessage);
        routes.Map("PUT", "channels/{channel}/thread-members/@me", Join);
        routes.Map("PUT", "channels/{channel}/thread-members/{user}", Join);
        routes.Map("GET", "channels/{channel}/thread-members", ListMembers);
        routes.Map("GET", "guilds/{guild}/threads/active", ListActive);
        routes.Map("POST", "users/@me/channels", OpenDirect);
    }

    private RestAnswer Change(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var body = call.ReadObject();
        if (channel.IsThread)
        {
            threads.Change(channel, body);
            return RestAnswer.Ok(world.ToJson(channel));
        }

        world.GetChannel(channel.Id, Permission.ManageChannels);
        var errors = new FormErrors();
        errors.Length("name", body.Text("name") ?? channel.Name, 1, 100);
        errors.Length("topic", body.Text("topic"), 0, 1024);
        errors.ThrowIfAny();
        channel.Name = body.Text("name") ?? channel.Name;
        channel.Topic = body.Has("topic") ? body.Text("topic") : channel.Topic;
        return RestAnswer.Ok(world.ToJson(channel));
    }

    private RestAnswer Delete(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        if (!channel.IsThread)
            throw DiscordRefusal.MissingPermissions;
        world.GetChannel(channel.Id, Permission.ManageThreads);
        var json = world.ToJson(channel);
        threads.Delete(channel);
        return RestAnswer.Ok(json);
    }

    private RestAnswer StartThread(RestCall call)
    {
        var parent = world.GetChannel(call["channel"]);
        return RestAnswer.Created(StartedJson(threads.Start(parent, call.ReadObject(), message: null)));
    }

    private RestAnswer StartThreadFromMessage(RestCall call)
    {
        var parent = world.GetChannel(call["channel"]);
        var message = world.GetMessage(parent, call["message"]);
        return RestAnswer.Created(StartedJson(threads.Start(parent, call.ReadObject(), message)));
    }

    private JsonObject StartedJson(Channel thread)
    {
        var json = world.ToJson(thread);
        json["member"] = MemberJson(thread, SandboxWorld.BotId);
        return json;
    }

    private RestAnswer Join(RestCall call)
    {
        var thread = world.GetChannel(call["channel"]);
        if (!thread.IsThread)
            throw DiscordRefusal.WrongChannelType;
        if (thread.Archived)
            throw DiscordRefusal.ThreadArchived;
        var user = call.Values.GetValueOrDefault("user", SandboxWorld.BotId);
        if (world.FindPerson(user) is null)
            throw DiscordRefusal.UnknownUser;
        if (!thread.ThreadMemberIds.Contains(user))
            thread.ThreadMemberIds.Add(user);
        return RestAnswer.NoContent;
    }

    private RestAnswer ListMembers(RestCall call)
    {
        var thread = world.GetChannel(call["channel"]);
        return RestAnswer.Ok(thread.ThreadMemberIds.Select(user => MemberJson(thread, user)).ToJsonArray());
    }

    private RestAnswer ListActive(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        var active = world.State.Channels.Where(
            channel => channel is { IsThread: true, Archived: false } && channel.GuildId == guild.Id);
        return RestAnswer.Ok(new JsonObject
        {
            ["threads"] = active.Select(world.ToJson).ToJsonArray(),
            ["members"] = active.Where(thread => thread.ThreadMemberIds.Contains(SandboxWorld.BotId))
                .Select(thread => MemberJson(thread, SandboxWorld.BotId)).ToJsonArray(),
            ["has_more"] = false,
        });
    }

    private RestAnswer OpenDirect(RestCall call)
    {
        var body = call.ReadObject();
        var errors = new FormErrors();
        var recipient = body.Member("recipient_id").AsWritten();
        if (recipient is null)
            errors.Required("recipient_id");
        errors.ThrowIfAny();
        var person = world.FindPerson(recipient) ?? throw DiscordRefusal.UnknownUser;
        if (person.Bot)
            throw DiscordRefusal.CannotMessageUser;
        return RestAnswer.Ok(world.ToJson(FindOrOpen(person)));
    }

    private Channel FindOrOpen(Person person)
    {
        if (world.State.Channels.Find(channel => channel.RecipientId == person.Id) is { } open)
            return open;
        var direct = new Channel
        {
            Id = world.NextId(),
            Type = 1,
            RecipientId = person.Id,
            CreatedAt = world.Clock.GetUtcNow(),
        };
        world.State.Channels.Add(direct);
        return direct;
    }

    private static JsonObject MemberJson(Channel thread, string user) => new()
    {
        ["id"] = thread.Id,
        ["user_id"] = user,
        ["join_timestamp"] = thread.CreatedAt.Written(),
        ["flags"] = 1,
    };
}
