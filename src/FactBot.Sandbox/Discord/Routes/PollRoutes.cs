using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Routes;

/// <summary>Polls after they are posted: who voted, and their end.</summary>
/// <remarks>https://docs.discord.com/developers/resources/poll</remarks>
internal sealed class PollRoutes(SandboxWorld world, PretendGateway gateway, MessageStore messages)
{
    public void Map(RestRoutes routes)
    {
        routes.Map("GET", "channels/{channel}/polls/{message}/answers/{answer}", ListVoters);
        routes.Map("POST", "channels/{channel}/polls/{message}/expire", End);
    }

    /// <summary>Changes somebody's votes to these answers.</summary>
    public void Vote(StoredMessage message, string userId, IReadOnlyList<long> answers)
    {
        foreach (var old in message.Votes.Where(vote => vote.UserId == userId && !answers.Contains(vote.AnswerId)).ToList())
        {
            message.Votes.Remove(old);
            Tell("MESSAGE_POLL_VOTE_REMOVE", message, old);
        }

        foreach (var vote in answers.Select(answer => new PollVote(userId, answer)).Where(vote => !message.Votes.Contains(vote)))
        {
            message.Votes.Add(vote);
            Tell("MESSAGE_POLL_VOTE_ADD", message, vote);
        }
    }

    private RestAnswer ListVoters(RestCall call)
    {
        var message = GetPoll(call);
        var after = Snowflake.Read(call.Query["after"]);
        return RestAnswer.Ok(new JsonObject
        {
            ["users"] = message.Votes
                .Where(vote => $"{vote.AnswerId}" == call["answer"] && Snowflake.Read(vote.UserId) > after)
                .Take(call.Limit(25, 1, 100)).Select(vote => world.GetPerson(vote.UserId).ToJson()).ToJsonArray(),
        });
    }

    private RestAnswer End(RestCall call)
    {
        var message = GetPoll(call);
        if (message.AuthorId != SandboxWorld.BotId)
            throw DiscordRefusal.NotYourMessage;
        var now = world.Clock.GetUtcNow();
        if (message.IsPollOver(now))
            throw DiscordRefusal.PollExpired;
        message.Json["poll"]!["expiry"] = now.Written();
        messages.TellChanged(message);
        return RestAnswer.Ok(world.ToJson(message));
    }

    private StoredMessage GetPoll(RestCall call)
    {
        var message = world.GetMessage(world.GetChannel(call["channel"]), call["message"]);
        return message.Json.Map("poll") is null ? throw DiscordRefusal.UnknownMessage : message;
    }

    private void Tell(string type, StoredMessage message, PollVote vote)
    {
        var channel = world.FindChannel(message.ChannelId)!;
        var data = new JsonObject
        {
            ["user_id"] = vote.UserId,
            ["channel_id"] = channel.Id,
            ["message_id"] = message.Id,
            ["answer_id"] = vote.AnswerId,
        };
        if (channel.GuildId is not null)
            data["guild_id"] = channel.GuildId;
        gateway.Tell(type, data, channel.GuildId, channel.GuildId is null ? Intent.DirectPolls : Intent.GuildPolls);
    }
}
