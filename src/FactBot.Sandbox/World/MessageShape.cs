using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>Writes messages as Discord's JSON, with what changes without an edit.</summary>
internal static class MessageShape
{
    /// <summary>Returns the message as Discord would send it now: with its thread, its reactions, what it replies to and fresh
    /// addresses for its files.</summary>
    public static JsonObject ToJson(this SandboxWorld world, StoredMessage message)
    {
        var json = world.ToBasicJson(message);
        if (json.Number("type") is 19 or 21)
            json["referenced_message"] = world.FindReferenced(json) is { } referenced ? world.ToBasicJson(referenced) : null;
        if (message.Reactions.Count > 0)
            json["reactions"] = message.Reactions.Select(reaction => reaction.ToJson()).ToJsonArray();
        return json;
    }

    private static JsonObject ToBasicJson(this SandboxWorld world, StoredMessage message)
    {
        var json = message.Json.DeepClone().AsObject();
        json["pinned"] = message.PinnedAt is not null;
        if (world.FindChannel(message.Id) is { IsThread: true } thread && thread.Id != message.ChannelId)
            json["thread"] = world.ToThreadJson(thread);
        if (json.Map("poll") is { } poll)
            poll["results"] = message.PollResults(world.Clock.GetUtcNow());
        foreach (var attachment in json.Maps("attachments"))
        {
            attachment["url"] = SignedUrl.Sign(attachment.Text("url")!, world.Clock.GetUtcNow());
            attachment["proxy_url"] = attachment.Text("url");
        }

        return json;
    }

    private static JsonObject ToJson(this Reaction reaction) => new()
    {
        ["emoji"] = reaction.EmojiJson(),
        ["count"] = reaction.UserIds.Count,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = reaction.UserIds.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["me"] = reaction.UserIds.Contains(SandboxWorld.BotId),
    };

    public static JsonObject EmojiJson(this Reaction reaction) => new() { ["id"] = reaction.EmojiId, ["name"] = reaction.Name };

    /// <summary>Returns the message that a reply, or the first one of a thread, shows above itself; null if there is none.</summary>
    public static StoredMessage? FindReferenced(this SandboxWorld world, JsonObject message) =>
        message.Number("type") is 19 or 21 ? world.FindMessage(message.Map("message_reference").Text("message_id")) : null;

    /// <summary>Returns how often each answer was chosen; of answers without a vote nothing is said.</summary>
    public static JsonObject PollResults(this StoredMessage message, DateTimeOffset now) => new()
    {
        ["is_finalized"] = message.IsPollOver(now),
        ["answer_counts"] = message.Votes.GroupBy(vote => vote.AnswerId).OrderBy(votes => votes.Key)
            .Select(votes => new JsonObject
            {
                ["id"] = votes.Key,
                ["count"] = votes.Count(),
                ["me_voted"] = votes.Any(vote => vote.UserId == SandboxWorld.BotId),
            }).ToJsonArray(),
    };

    public static bool IsPollOver(this StoredMessage message, DateTimeOffset now) =>
        DateTimeOffset.Parse(message.Json.Map("poll").Text("expiry")!, CultureInfo.InvariantCulture) <= now;
}
