using System.Net;
using System.Text.Json;

namespace FactBot.Discord.Rest;

/// <summary>Turns a failed response into an exception, whether it is Discord's JSON or a proxy's page.</summary>
internal static class ApiErrors
{
    public static DiscordApiException Read(Route route, HttpStatusCode status, byte[] body, TimeSpan? retryAfter) =>
        Read(route.Shown, status, body, retryAfter);

    public static DiscordApiException Read(string route, HttpStatusCode status, byte[] body, TimeSpan? retryAfter)
    {
        var (code, message, errors) = Parse(body);
        return Refused(route, status, code, message, errors, retryAfter);
    }

    public static DiscordApiException Refused(
        string route, HttpStatusCode status, int code, string? message, IReadOnlyList<string> errors, TimeSpan? retryAfter)
    {
        var reason = message is null ? $"{(int)status}" : $"{(int)status} {message} ({code})";
        var details = errors.Count == 0 ? "" : ": " + string.Join("; ", errors);
        return new DiscordApiException($"Discord refused {route}: {reason}{details}", status)
        {
            Code = code,
            Errors = errors,
            RetryAfter = retryAfter,
        };
    }

    public static DiscordApiException Unreachable(Route route, Exception cause) => Unreachable(route.Shown, cause);

    public static DiscordApiException Unreachable(string route, Exception cause) =>
        new($"Discord gave no answer to {route}", inner: cause);

    private static (int Code, string? Message, IReadOnlyList<string> Errors) Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (0, null, []);
            }

            var code = root.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out var value) ? value : 0;
            var message = root.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString() : null;
            var errors = new List<string>();
            if (root.TryGetProperty("errors", out var tree))
            {
                Collect(tree, "", errors);
            }

            return (code, message, errors);
        }
        // Escapes that aren't valid Unicode only surface when a string is read.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (0, null, []);
        }
    }

    // {"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"…"}]}}}}. The messages are left
    // out because some of them repeat what a person wrote.
    private static void Collect(JsonElement node, string path, List<string> errors)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in node.EnumerateObject())
        {
            if (property.Name != "_errors")
            {
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", errors);
                continue;
            }
            if (property.Value.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var error in property.Value.EnumerateArray())
            {
                if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code))
                {
                    errors.Add($"{path} {code}".TrimStart());
                }
            }
        }
    }
}
