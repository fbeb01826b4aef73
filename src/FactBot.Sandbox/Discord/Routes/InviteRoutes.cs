using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Invitations to a guild's channels.</summary>
/// <remarks>https://docs.discord.com/developers/resources/invite</remarks>
internal sealed class InviteRoutes(SandboxWorld world, PretendGateway gateway, AuditLog log)
{
    private static readonly string[] CountedOnly = ["uses", "max_uses", "max_age", "temporary", "created_at"];

    public void Map(RestRoutes routes)
    {
        routes.Map("POST", "channels/{channel}/invites", Create);
        routes.Map("GET", "channels/{channel}/invites", call => List(
            world.GetGuild(world.GetChannel(call["channel"], Permission.ManageChannels).GuildId!), call["channel"]));
        routes.Map("GET", "guilds/{guild}/invites", call => List(
            world.GetGuildOfBot(call["guild"], Permission.ManageGuild), channelId: null));
        routes.Map("GET", "invites/{code}", call => RestAnswer.Ok(WithoutCounts(Find(call["code"]).Invite)));
        routes.Map("DELETE", "invites/{code}", Delete);
    }

    private RestAnswer Create(RestCall call)
    {
        var channel = world.GetChannel(call["channel"], Permission.CreateInstantInvite);
        if (channel.GuildId is null || channel.IsThread)
            throw DiscordRefusal.WrongChannelType;
        var guild = world.GetGuild(channel.GuildId);
        var body = call.ReadObject();
        var errors = new FormErrors();
        errors.Range("max_age", body.Number("max_age"), 0, 604_800);
        errors.Range("max_uses", body.Number("max_uses"), 0, 100);
        errors.ThrowIfAny();
        var age = body.Number("max_age") ?? 86_400;
        var now = world.Clock.GetUtcNow();
        var invite = new JsonObject
        {
            ["type"] = 0,
            ["code"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)),
            ["inviter"] = world.GetPerson(SandboxWorld.BotId).ToJson(),
            ["max_age"] = age,
            ["created_at"] = now.Written(),
            ["expires_at"] = age == 0 ? null : now.AddSeconds(age).Written(),
            ["guild"] = GuildJson(guild),
            ["guild_id"] = guild.Id,
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["type"] = channel.Type, ["name"] = channel.Name },
            ["uses"] = 0,
            ["max_uses"] = body.Number("max_uses") ?? 0,
            ["temporary"] = body.Flag("temporary") ?? false,
        };
        guild.Invites.Add(invite);
        gateway.Tell("INVITE_CREATE", new JsonObject
        {
            ["guild_id"] = guild.Id,
            ["channel_id"] = channel.Id,
            ["code"] = invite.Text("code"),
            ["created_at"] = invite.Text("created_at"),
            ["inviter"] = invite["inviter"]!.DeepClone(),
            ["max_age"] = age,
            ["max_uses"] = invite["max_uses"]!.DeepClone(),
            ["temporary"] = invite["temporary"]!.DeepClone(),
            ["uses"] = 0,
            ["type"] = 0,
            ["expires_at"] = invite.Text("expires_at"),
        }, guild.Id, Intent.GuildInvites);
        log.Add(guild.Id, 40, targetId: null, call.Reason, after: Told(invite));
        return RestAnswer.Ok(invite.DeepClone());
    }

    private RestAnswer Delete(RestCall call)
    {
        var (guild, invite) = Find(call["code"]);
        var channel = world.FindChannel(invite.Map("channel").Text("id"));
        if (channel is not null)
            world.GetChannel(channel.Id, Permission.ManageChannels);
        guild.Invites.Remove(invite);
        gateway.Tell(
            "INVITE_DELETE",
            new JsonObject { ["guild_id"] = guild.Id, ["channel_id"] = channel?.Id, ["code"] = invite.Text("code") },
            guild.Id,
            Intent.GuildInvites);
        log.Add(guild.Id, 42, targetId: null, call.Reason, Told(invite));
        return RestAnswer.Ok(WithoutCounts(invite));
    }

    private static JsonObject Told(JsonObject invite) => new()
    {
        ["code"] = invite.Text("code"),
        ["channel_id"] = invite.Map("channel").Text("id"),
        ["inviter_id"] = SandboxWorld.BotId,
        ["max_uses"] = invite["max_uses"]!.DeepClone(),
        ["max_age"] = invite["max_age"]!.DeepClone(),
        ["temporary"] = invite["temporary"]!.DeepClone(),
        ["uses"] = 0,
        ["flags"] = 0,
    };

    private static RestAnswer List(Guild guild, string? channelId) => RestAnswer.Ok(guild.Invites
        .Where(invite => channelId is null || invite.Map("channel").Text("id") == channelId)
        .Select(invite => invite.DeepClone()).ToJsonArray());

    private (Guild Guild, JsonObject Invite) Find(string code) => world.State.Guilds
        .Select(guild => (guild, guild.Invites.Find(invite => invite.Text("code") == code)!))
        .FirstOrDefault(pair => pair.Item2 is not null) is { Item2: not null } found ? found : throw DiscordRefusal.UnknownInvite;

    // Only who may manage the channel sees how often an invitation was used.
    private static JsonObject WithoutCounts(JsonObject invite)
    {
        var json = invite.DeepClone().AsObject();
        foreach (var name in CountedOnly)
            json.Remove(name);
        return json;
    }

    private static JsonObject GuildJson(Guild guild) => new()
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["splash"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["icon"] = null,
        ["features"] = new JsonArray(),
        ["verification_level"] = 1,
        ["vanity_url_code"] = null,
        ["nsfw_level"] = 0,
        ["nsfw"] = false,
        ["premium_subscription_count"] = 0,
    };
}
