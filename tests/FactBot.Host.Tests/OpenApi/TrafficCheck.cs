using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>Holds a sandbox's traffic against Discord's document.</summary>
internal sealed class TrafficCheck(DiscordDocument document)
{
    private const string Version = "/api/v10";
    private const string Unknown = "no such member";

    private readonly List<Finding> findings = [];

    public Coverage Coverage { get; } = new();

    /// <summary>What differs, without what may.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. findings.Where(finding => !AllowedDifference.All.Any(allowed => allowed.Covers(finding))).Distinct()];

    /// <summary>Fails the test where these lines of <c>GET /stage/traffic</c> differ; does nothing where the document
    /// is absent.</summary>
    public static void AssertDocumented(string lines)
    {
        if (DiscordDocument.Here is not { } document)
        {
            return;
        }

        var check = new TrafficCheck(document);
        check.Read(lines);
        check.AssertNoFindings();
    }

    public void AssertNoFindings() =>
        Assert.True(Findings.Count == 0, $"Not as in Discord's document:\n{string.Join('\n', Findings)}");

    /// <summary>Checks the lines of <c>GET /stage/traffic</c>.</summary>
    public void Read(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(JsonSerializer.Deserialize<JsonElement>(line));
        }
    }

    private void Read(JsonElement line)
    {
        if (Text(line, "kind") == "rest")
        {
            CheckExchange(line);
        }
        else if (Text(line, "kind") == "delivery")
        {
            CheckInteraction(line.GetProperty("payload"));
        }
        else if (Text(line, "from") == "discord" && line.GetProperty("frame") is { ValueKind: JsonValueKind.Object } frame
            && Text(frame, "t") == "INTERACTION_CREATE")
        {
            CheckInteraction(frame.GetProperty("d"));
        }
        else if (Text(line, "from") == "discord" && line.GetProperty("frame") is { ValueKind: JsonValueKind.Object } told
            && Text(told, "t") is { } type && EventSchema.Of(type, document.Root) is { } schema)
        {
            Hold(type, "event", schema, told.GetProperty("d"));
        }
    }

    private void CheckExchange(JsonElement line)
    {
        var fault = Text(line, "fault");
        var status = line.GetProperty("status").GetInt32();
        // These two are answers of the fault injector, not of the pretend Discord.
        if (fault is "Http500" or "RateLimit")
        {
            return;
        }

        var path = Text(line, "path")!;
        path = path.StartsWith(Version, StringComparison.Ordinal) ? path[Version.Length..] : path["/api".Length..];
        var route = document.FindRoute(path);
        var name = $"{Text(line, "method")} {route?.Template ?? path}";
        if (route?.FindOperation(Text(line, "method")!) is not { } operation)
        {
            CheckUndocumented(name, status, line.GetProperty("response"));
            return;
        }

        Coverage.AddExchange(name, status);
        CheckResponse(name, operation, status, line.GetProperty("response"));
        // What was refused was wrong on purpose, or too early; only the words of the refusal are held to the document.
        if (status >= 400)
        {
            return;
        }

        CheckPlaces(name, route, operation, path);
        CheckQuery(name, route.Parameters(operation, "query"), Text(line, "query") ?? "");
        CheckRequest(name, operation, line);
    }

    private void CheckUndocumented(string name, int status, JsonElement response)
    {
        if (status < 400)
        {
            findings.Add(new Finding(name, "path", "", "a documented route"));
        }
        else
        {
            var error = document.Root.GetProperty("components").GetProperty("schemas").GetProperty("ErrorResponse");
            Hold(name, $"response {status}", error, response);
        }
    }

    private void CheckPlaces(string name, DocumentedRoute route, JsonElement operation, string path)
    {
        var places = route.Parameters(operation, "path");
        foreach (var (place, value) in route.ReadPlaces(path))
        {
            Hold(name, "path", places[place].GetProperty("schema"), JsonSerializer.SerializeToElement(value), place);
        }
    }

    private void CheckQuery(string name, Dictionary<string, JsonElement> known, string query)
    {
        foreach (var (key, values) in QueryHelpers.ParseQuery(query))
        {
            if (!known.TryGetValue(key, out var parameter))
            {
                findings.Add(new Finding(name, "query", key, "a documented parameter"));
                continue;
            }

            Coverage.AddQuery(name, key);
            var schema = parameter.GetProperty("schema");
            if (!QueryValue.Read(values).Any(value => document.Schemas.Validate(schema, value).IsValid))
            {
                findings.Add(new Finding(name, "query", key, $"a value of {schema.GetRawText()}, not '{values}'"));
            }
        }
    }

    private void CheckRequest(string name, JsonElement operation, JsonElement line)
    {
        var body = line.GetProperty("request");
        var isAbsent = body.ValueKind == JsonValueKind.Null;
        if (!operation.TryGetProperty("requestBody", out var described))
        {
            if (!isAbsent)
            {
                findings.Add(new Finding(name, "request", "", "no body"));
            }

            return;
        }

        if (isAbsent)
        {
            if (described.TryGetProperty("required", out var required) && required.GetBoolean())
            {
                findings.Add(new Finding(name, "request", "", "a body"));
            }

            return;
        }

        var type = Text(line.GetProperty("requestHeaders"), "Content-Type")?.Split(';')[0] ?? "";
        if (!described.GetProperty("content").TryGetProperty(type, out var content))
        {
            findings.Add(new Finding(name, "request", "", $"a documented content type, not '{type}'"));
            return;
        }

        Coverage.AddRequest(name, body, Hold(name, "request", content.GetProperty("schema"), body).Known);
        if (Text(line.GetProperty("requestHeaders"), "User-Agent")?.Contains("Discord.Net", StringComparison.Ordinal) == true)
        {
            findings.RemoveAll(finding => finding.Expected == Unknown && AllowedDifference.OfDiscordNet.Any(allowed => allowed.Covers(finding)));
        }
    }

    private void CheckResponse(string name, JsonElement operation, int status, JsonElement body)
    {
        var part = $"response {status}";
        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty($"{status}", out var response) && !responses.TryGetProperty($"{status / 100}XX", out response))
        {
            findings.Add(new Finding(name, part, "", "a documented status"));
            return;
        }

        if (document.Follow(response).TryGetProperty("content", out var content))
        {
            Hold(name, part, content.GetProperty("application/json").GetProperty("schema"), body);
        }
        else if (body.ValueKind != JsonValueKind.Null)
        {
            findings.Add(new Finding(name, part, "", "no body"));
        }
    }

    private void CheckInteraction(JsonElement payload)
    {
        Coverage.AddInteraction(payload);
        var type = payload.GetProperty("type").GetInt32();
        Hold($"INTERACTION_CREATE {type}", "payload", InteractionSchema.Of(type, document.Root), payload);
    }

    private SchemaOutcome Hold(string name, string part, JsonElement schema, JsonElement value, string path = "")
    {
        var outcome = document.Schemas.Validate(schema, value, path);
        findings.AddRange(outcome.Faults.Select(fault => new Finding(name, part, fault.Path, fault.Expected)));
        findings.AddRange(outcome.FindUnknown(value, path).Select(place => new Finding(name, part, place, Unknown)));
        return outcome;
    }

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
