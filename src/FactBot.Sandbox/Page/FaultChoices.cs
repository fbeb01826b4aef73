using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Page;

/// <summary>The faults behind the buttons: the label, the order to the stage API, and the message shown afterwards.</summary>
internal static class FaultChoices
{
    public static readonly (string Name, JsonObject Order, string Done)[] All =
    [
        ("Disconnect", Order("disconnect"), "The connection was cut; the bot connects again."),
        ("Ask to reconnect", Order("reconnect"), "Discord asked the bot to reconnect."),
        ("End the session", Order("invalidSession"), "The session was ended; the bot identifies anew."),
        ("Lose the next event", Order("dropEvents"), "The next event will not reach the bot."),
        ("Repeat the last event", Order("replayEvents"), "The last event was told again."),
        ("Silence for 10 seconds", Order("silence", 10_000), "Events are held back for 10 seconds."),
        ("Fail the next call", Order("http500"), "The bot’s next call is answered with 500."),
        ("Limit the next call", Order("rateLimit", 2_000), "The bot’s next call is answered with 429: wait 2 seconds."),
        ("Slow the next call", Order("slow", 4_000), "The bot’s next call is answered after 4 seconds."),
        ("Lose the next answer", Order("loseResponse"), "The bot’s next call is done, but its answer is lost."),
    ];

    private static JsonObject Order(string kind, int? ms = null)
    {
        var order = new JsonObject { ["kind"] = kind };
        if (ms is not null)
            order["ms"] = ms;
        return order;
    }
}
