using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Page;

/// <summary>The files of a message, which its embeds and components refer to as <c>attachment://name</c>.</summary>
internal static class MessageFiles
{
    private const string Scheme = "attachment://";

    /// <summary>Finds the attachment such an address refers to; null for any other address.</summary>
    public static JsonObject? Find(JsonObject message, string? url) =>
        message.Maps("attachments").FirstOrDefault(one => url == Scheme + one.Text("filename"));

    /// <summary>Returns the attachments that nothing in the message shows.</summary>
    public static IEnumerable<JsonObject> Loose(JsonObject message)
    {
        var shown = UrlsIn(message["embeds"]).Concat(UrlsIn(message["components"])).ToHashSet();
        return message.Maps("attachments").Where(one => !shown.Contains(Scheme + one.Text("filename")));
    }

    private static IEnumerable<string> UrlsIn(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => pair.Key == "url" && pair.Value.AsWritten() is { } url ? [url] : UrlsIn(pair.Value)),
        JsonArray list => list.SelectMany(UrlsIn),
        _ => [],
    };
}
