using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Channels, including threads, and the bot's direct messages.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel</remarks>
internal sealed class ChannelRoutes(SandboxWorld world, ChannelBook channels, ThreadBook threads, PretendGateway gateway)
{
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "channels/{channel}", call => RestAnswer.Ok(world.ToJson(world.GetChannel(call["channel"]))));
        routes.Map("PATCH", "channels/{channel}", Change);
        routes.Map("DELETE", "channels/{channel}", Delete);
        routes.Map("PUT", "channels/{channel}/permissions/{overwrite}", SetOverwrite);
        routes.Map("DELETE", "channels/{channel}/permissions/{overwrite}", RemoveOverwrite);
        routes.Map("POST", "channels/{channel}/typing", Type);
        routes.Map("GET", "guilds/{guild}/channels", List);
        routes.Map("POST", "guilds/{guild}/channels", Create);
        routes.Map("PATCH", "guilds/{guild}/channels", Move);
        routes.Map("POST", "users/@me/channels", OpenDirect);
    }

    private RestAnswer List(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"]);
        return RestAnswer.Ok(world.State.Channels
            .Where(channel => channel.GuildId == guild.Id && !channel.IsThread)
            .Select(world.ToJson).ToJsonArray());
    }

    private RestAnswer Create(RestCall call)
    {
        var guild = world.GetGuildOfBot(call["guild"], Permission.ManageChannels);
        return RestAnswer.Created(world.ToJson(channels.Create(guild, call.ReadObject(), call.Reason)));
    }

    private RestAnswer Move(RestCall call)
    {
        channels.Move(world.GetGuildOfBot(call["guild"], Permission.ManageChannels), call.ReadList());
        return RestAnswer.NoContent;
    }

    private RestAnswer Change(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var body = call.ReadObject();
        if (channel.IsThread)
        {
            threads.Change(channel, body);
        }
        else
        {
            GetOfGuild(channel.Id, Permission.ManageChannels);
            if (body.List("permission_overwrites") is not null)
                world.GetChannel(channel.Id, Permission.ManageRoles);
            channels.Change(channel, body, call.Reason);
        }

        return RestAnswer.Ok(world.ToJson(channel));
    }

    private RestAnswer Delete(RestCall call)
    {
        var channel = world.GetChannel(call["channel"]);
        var json = world.ToJson(channel);
        if (channel.IsThread)
        {
            world.GetChannel(channel.Id, Permission.ManageThreads);
            threads.Delete(channel);
        }
        else if (channel.GuildId is not null)
        {
            world.GetChannel(channel.Id, Permission.ManageChannels);
            channels.Delete(channel, call.Reason);
        }

        // A direct-message channel is only closed, and opens again with the next message.
        return RestAnswer.Ok(json);
    }

    private RestAnswer SetOverwrite(RestCall call)
    {
        var channel = GetOfGuild(call["channel"], Permission.ManageRoles);
        var guild = world.GetGuild(channel.GuildId!);
        var body = call.ReadObject();
        var errors = new FormErrors();
        if (body.Number("type") is not (0 or 1))
            errors.Choice("type", "0, 1");
        var overwrite = ChannelRules.ReadOverwrite(body, call["overwrite"], guild, errors);
        errors.ThrowIfAny();
        var isThere = overwrite.IsMember
            ? guild.FindMember(overwrite.TargetId) is not null
            : guild.Roles.Exists(role => role.Id == overwrite.TargetId);
        if (!isThere)
            throw DiscordRefusal.UnknownOverwrite;
        channels.SetOverwrite(channel, overwrite, call.Reason);
        return RestAnswer.NoContent;
    }

    private RestAnswer RemoveOverwrite(RestCall call)
    {
        channels.RemoveOverwrite(GetOfGuild(call["channel"], Permission.ManageRoles), call["overwrite"], call.Reason);
        return RestAnswer.NoContent;
    }

    private Channel GetOfGuild(string id, Permission needed)
    {
        var channel = world.GetChannel(id, needed);
        return channel.IsThread || channel.GuildId is null ? throw DiscordRefusal.WrongChannelType : channel;
    }

    private RestAnswer Type(RestCall call)
    {
        var channel = world.GetChannelToWrite(call["channel"]);
        var data = new JsonObject
        {
            ["channel_id"] = channel.Id,
            ["user_id"] = SandboxWorld.BotId,
            ["timestamp"] = world.Clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (world.FindGuild(channel.GuildId) is { } guild)
        {
            data["guild_id"] = guild.Id;
            data["member"] = guild.FindMember(SandboxWorld.BotId)!.ToJson(world.GetPerson(SandboxWorld.BotId));
        }

        var intent = channel.GuildId is null ? Intent.DirectTyping : Intent.GuildTyping;
        gateway.Tell("TYPING_START", data, channel.GuildId, intent);
        return RestAnswer.NoContent;
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
        gateway.Tell("CHANNEL_CREATE", world.ToJson(direct), guildId: null, Intent.DirectMessages);
        return direct;
    }
}
