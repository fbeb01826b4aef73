using System.Text.Json.Nodes;

namespace FactBot.Host.Tests.Stories;

/// <summary>Whether a bot said with each message, new or edited, whom it may ping: nobody.</summary>
internal static class MentionCheck
{
    /// <summary>Fails the test where one of these lines of <c>GET /stage/traffic</c> is a message that could ping.</summary>
    public static void AssertNobodyIsPinged(string lines)
    {
        var messages = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).Where(t => (string?)t["kind"] == "rest").Select(FindMessage).OfType<JsonObject>();
        Assert.All(messages, message => Assert.Equal("""{"parse":[]}""", message["allowed_mentions"]?.ToJsonString()));
    }

    private static JsonObject? FindMessage(JsonNode exchange)
    {
        var path = (string?)exchange["path"] ?? "";
        var body = exchange["request"] as JsonObject;
        return (string?)exchange["method"] is not ("POST" or "PATCH") ? null
            : path.EndsWith("/callback", StringComparison.Ordinal) ? (int?)body?["type"] is 4 or 7 ? body["data"] as JsonObject : null
            : path.EndsWith("/messages", StringComparison.Ordinal) || path.Contains("/messages/", StringComparison.Ordinal) && !path.EndsWith("/threads", StringComparison.Ordinal)
                || path.Contains("/webhooks/", StringComparison.Ordinal) ? body
            : null;
    }
}
