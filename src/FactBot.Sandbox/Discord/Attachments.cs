using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;
using Microsoft.AspNetCore.StaticFiles;

namespace FactBot.Sandbox.Discord;

/// <summary>Files on messages and in options, and the CDN that serves them.</summary>
internal sealed class Attachments(SandboxWorld world)
{
    /// <summary>10 MiB, Discord's limit without a boost.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>25 MiB, for all files of a call together.</summary>
    public const int LargestCall = 25 * 1024 * 1024;

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The address this sandbox listens on, once it does.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1");

    /// <summary>Stores a file and returns its attachment in Discord's JSON.</summary>
    public JsonObject Add(string channelId, string name, byte[] content, string? description = null)
    {
        if (!Types.TryGetContentType(name, out var type))
            type = "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal))
            type += "; charset=utf-8";
        var file = new StoredFile(world.NextId(), channelId, name, type, content);
        world.State.Files.Add(file);
        var url = new Uri(Address, $"/cdn/attachments/{channelId}/{file.Id}/{Uri.EscapeDataString(name)}").AbsoluteUri;
        url = SignedUrl.Sign(url, world.Clock.GetUtcNow());
        var json = new JsonObject
        {
            ["id"] = file.Id,
            ["filename"] = name,
            ["size"] = content.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = type,
        };
        if (description is not null)
            json["description"] = description;
        return json;
    }

    /// <summary>Serves the file, unless its address has expired or was never valid.</summary>
    public IResult Serve(HttpRequest request, string id, string name)
    {
        // Discord serves files from another origin; here a file must not act as part of the page.
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        lock (world.Gate)
        {
            return world.State.Files.Find(file => file.Id == id && file.Name == name) is { } file
                && SignedUrl.IsGood(id, request.Query["ex"], request.Query["hm"], world.Clock.GetUtcNow())
                ? Results.Bytes(file.Content, file.ContentType)
                : Results.Text("This content is no longer available.", statusCode: StatusCodes.Status404NotFound);
        }
    }

    /// <summary>Returns a message's attachments: those kept from before, then the files sent with the body.</summary>
    public JsonArray Merge(Channel channel, JsonNode body, IReadOnlyList<Rest.UploadedFile> files, JsonArray? before)
    {
        var listed = body.Maps("attachments").ToList();
        var kept = (before ?? []).OfType<JsonObject>()
            .Where(old => body.Member("attachments") is null
                || listed.Exists(one => one.Member("id").AsWritten() == old.Text("id")))
            .Select(old => old.DeepClone());
        var added = files.Select(file =>
        {
            var about = listed.Find(one => one.Member("id").AsWritten() == file.Index);
            return Add(channel.Id, about.Text("filename") ?? file.Name, file.Content, about.Text("description"));
        });
        return kept.Concat(added).ToJsonArray();
    }
}
