using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>A REST call by the bot, with its body read.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">The path after the version: <c>channels/1/messages</c>.</param>
/// <param name="Query">The query's values.</param>
/// <param name="RawBody">The JSON part of the body as text, empty if there was none.</param>
/// <param name="HasType">Whether the body, if any, has the content type of JSON or multipart.</param>
/// <param name="Files">The files of a multipart body.</param>
internal sealed record RestCall(
    string Method, string Path, IQueryCollection Query, string RawBody, bool HasType, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>The values of the placeholders in the route's template.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the bot does it, for the audit log.</summary>
    public string? Reason { get; init; }

    public string this[string name] => Values[name];

    /// <summary>Whether the query says yes to a question; libraries write it as Python, JavaScript or C would.</summary>
    public bool Asks(string name) => Query[name].ToString() is "true" or "True" or "1";

    /// <summary>Returns the query's <c>limit</c>.</summary>
    /// <exception cref="DiscordRefusal">It is out of range.</exception>
    public int Limit(int usual, int least, int most)
    {
        var errors = new FormErrors();
        var limit = int.TryParse(Query["limit"], out var asked) ? asked : usual;
        errors.Range("limit", limit, least, most);
        errors.ThrowIfAny();
        return limit;
    }

    public static async Task<RestCall> ReadAsync(HttpContext context, string path)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            return new RestCall(request.Method, path, request.Query, text, request.HasJsonContentType(), [])
            {
                Reason = ReasonOf(request),
            };
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        var files = new List<UploadedFile>();
        foreach (var part in form.Files)
        {
            using var content = new MemoryStream();
            await part.CopyToAsync(content, context.RequestAborted);
            var index = part.Name.Replace("files[", "", StringComparison.Ordinal).TrimEnd(']');
            files.Add(new UploadedFile(index, part.FileName, content.ToArray()));
        }

        return new RestCall(request.Method, path, request.Query, form["payload_json"].ToString(), HasType: true, files)
        {
            Reason = ReasonOf(request),
        };
    }

    private static string? ReasonOf(HttpRequest request) =>
        Uri.UnescapeDataString(request.Headers["X-Audit-Log-Reason"].ToString()) is { Length: > 0 } reason ? reason : null;

    /// <summary>Returns the body as an object; empty if it is absent.</summary>
    /// <exception cref="DiscordRefusal">It isn't valid JSON, or isn't an object.</exception>
    public JsonObject ReadObject() =>
        RawBody.Length == 0 ? [] : Read() as JsonObject ?? throw DiscordRefusal.InvalidJson;

    public JsonArray ReadList() => Read() as JsonArray ?? throw DiscordRefusal.InvalidJson;

    private JsonNode? Read()
    {
        var errors = new FormErrors();
        if (!HasType)
            errors.Add(
                "_misc", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}.");
        if (Files.Any(file => file.Content.Length > Attachments.LargestFile)
            || Files.Sum(file => (long)file.Content.Length) > Attachments.LargestCall)
            throw new DiscordRefusal(413, 40005, "Request entity too large");
        errors.Count("files", Files.Count, 0, 10);
        errors.ThrowIfAny();
        try
        {
            return JsonReading.Parse(RawBody);
        }
        catch (JsonException)
        {
            throw DiscordRefusal.InvalidJson;
        }
    }
}
