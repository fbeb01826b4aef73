using System.Text.Json.Nodes;

namespace FactBot.Host.Tests.Stories;

/// <summary>
/// Whether a bot said with each message, new or edited, whom it may ping: nobody, or in a new message of a thread or a
/// digest exactly those whom its text names.
/// </summary>
internal static class MentionCheck
{
    /// <summary>Fails the test where one of these lines of <c>GET /stage/traffic</c> is a message that could ping anybody else.</summary>
    public static void AssertOnlyTheNamedArePinged(string lines)
    {
        var exchanges = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).Where(t => (string?)t["kind"] == "rest").ToList();
        Assert.All(exchanges.Where(e => FindMessage(e) is not null), AssertOnlyTheNamedArePinged);
    }

    private static void AssertOnlyTheNamedArePinged(JsonNode exchange)
    {
        var message = FindMessage(exchange)!;
        var mentions = message["allowed_mentions"] as JsonObject;
        Assert.Equal("[]", mentions?["parse"]?.ToJsonString());
        var users = mentions!["users"]?.AsArray().Select(u => $"<@{u}>") ?? [];
        var roles = mentions["roles"]?.AsArray().Select(r => $"<@&{r}>") ?? [];
        var pinged = users.Concat(roles).ToList();
        var mayPing = (string?)exchange["method"] == "POST" && ((string?)exchange["path"])!.Contains("/channels/", StringComparison.Ordinal);
        Assert.True(pinged.Count == 0 || mayPing, $"An answer or an edit pings {string.Join(' ', pinged)}");
        Assert.All(pinged, name => Assert.Contains(name, (string?)message["content"], StringComparison.Ordinal));
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
