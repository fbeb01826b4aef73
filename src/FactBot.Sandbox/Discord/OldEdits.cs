using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Counts edits of messages older than an hour, which Discord limits with a 429 and code 30046.</summary>
/// <remarks>
/// Discord states no number (https://github.com/discord/discord-api-docs/issues/4413); here it is thirty an hour for
/// each message.
/// </remarks>
internal sealed class OldEdits(TimeProvider clock)
{
    public const int MostInAnHour = 30;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Queue<DateTimeOffset>> edits = [];

    /// <summary>Counts an edit; returns a 429 if it exceeds the limit, otherwise null.</summary>
    public RestAnswer? Take(StoredMessage message)
    {
        var now = clock.GetUtcNow();
        if (now - Snowflake.TimeOf(message.Id) <= Hour)
        {
            return null;
        }

        if (!edits.TryGetValue(message.Id, out var past))
        {
            edits[message.Id] = past = new();
        }

        while (past.TryPeek(out var first) && now - first >= Hour)
        {
            past.Dequeue();
        }

        if (past.Count < MostInAnHour)
        {
            past.Enqueue(now);
            return null;
        }

        var headers = new Dictionary<string, string>();
        var refusal = RateLimits.Refuse(past.Peek() + Hour - now, "user", isGlobal: false, headers);
        refusal.Body!["message"] = "Maximum number of edits to messages older than 1 hour reached. Try again later";
        refusal.Body["code"] = 30046;
        return refusal with { Headers = headers };
    }
}
