using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Polls: what a bot may ask, how Discord shows it, and what was voted.</summary>
/// <remarks>https://docs.discord.com/developers/resources/poll</remarks>
internal static class Polls
{
    private const int MostHours = 32 * 24;

    public static void Check(JsonObject? poll, FormErrors errors)
    {
        if (poll is null)
            return;
        errors.Length("poll.question.text", poll.Map("question").Text("text"), 1, 300);
        errors.Count("poll.answers", poll.List("answers")?.Count ?? 0, 1, 10);
        foreach (var (index, answer) in poll.Maps("answers").Index())
            errors.Length($"poll.answers.{index}.poll_media.text", answer.Map("poll_media").Text("text"), 1, 55);
        errors.Range("poll.duration", poll.Number("duration"), 1, MostHours);
    }

    /// <summary>Returns the poll as Discord shows it; its results are added each time.</summary>
    public static JsonObject Open(JsonObject poll, DateTimeOffset now) => new()
    {
        ["question"] = new JsonObject { ["text"] = poll.Map("question").Text("text") },
        ["answers"] = poll.Maps("answers").Index().Select(pair => new JsonObject
        {
            ["answer_id"] = pair.Index + 1,
            ["poll_media"] = Media(pair.Item.Map("poll_media")),
        }).ToJsonArray(),
        ["expiry"] = now.AddHours(poll.Number("duration") ?? 24).Written(),
        ["allow_multiselect"] = poll.Flag("allow_multiselect") ?? false,
        ["layout_type"] = 1,
    };

    private static JsonObject Media(JsonObject? media)
    {
        var json = new JsonObject { ["text"] = media.Text("text") };
        if (media.Map("emoji") is { } emoji)
            json["emoji"] = new JsonObject { ["id"] = emoji.Member("id").AsWritten(), ["name"] = emoji.Text("name") };
        return json;
    }
}
