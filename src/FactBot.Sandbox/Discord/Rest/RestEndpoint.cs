using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Rest;

/// <summary>Handles every REST call: faults, identity, limits, the route itself, and an entry in the traffic log.</summary>
internal sealed class RestEndpoint(
    SandboxWorld world, RestRoutes routes, Faults faults, TrafficLog traffic, SandboxOptions options)
{
    private readonly RateLimits limits = new(world.Clock);
    private readonly InvalidCalls invalid = new(world.Clock);

    public async Task HandleAsync(HttpContext context, string path)
    {
        var call = await RestCall.ReadAsync(context, path);
        var fault = faults.TakeRest();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int status;
        byte[] body;
        lock (world.Gate)
        {
            var answer = invalid.Find() ?? Answer(context.Request, call, fault, headers);
            status = answer.Status;
            foreach (var (name, value) in answer.Headers)
                headers[name] = value;
            invalid.Count(status, headers);
            body = answer.Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(answer.Body);
        }

        Log(context, call, status, body, headers, fault.Kind);
        if (fault.Kind == RestFault.Slow)
            await Task.Delay(fault.Time, world.Clock, context.RequestAborted);
        if (fault.Kind == RestFault.LoseResponse)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, status, body, headers);
    }

    private RestAnswer Answer(
        HttpRequest request, RestCall call, (RestFault Kind, TimeSpan Time) fault, Dictionary<string, string> headers)
    {
        // Clients learn Discord's time from here; otherwise the server would send the machine's.
        headers["Date"] = world.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        // By this header libraries tell what Discord says from what Cloudflare says in front of it.
        headers["Via"] = "1.1 sandbox";
        if (fault.Kind == RestFault.Http500)
            return new RestAnswer(500, new JsonObject { ["message"] = "500: Internal Server Error", ["code"] = 0 });
        try
        {
            if (IsBlocked(request.Headers.UserAgent.ToString()))
                throw new DiscordRefusal(403, 40333, "internal network error");
            var (route, matched) = routes.Get(call);
            if (route.NeedsToken && !IsBot(request.Headers.Authorization.ToString()))
                throw DiscordRefusal.Unauthorized;
            if (limits.Take(route, matched, headers) is { } tooMany)
                return tooMany;
            if (fault.Kind == RestFault.RateLimit)
                return RateLimits.Refuse(fault.Time, "shared", isGlobal: false, headers);
            var answer = route.Handle(matched);
            if (call.Method != HttpMethods.Get)
                world.TellChanged();
            return answer;
        }
        catch (DiscordRefusal refusal)
        {
            return new RestAnswer(refusal.Status, refusal.ToJson());
        }
    }

    private void Log(
        HttpContext context,
        RestCall call,
        int status,
        byte[] body,
        Dictionary<string, string> headers,
        RestFault fault)
    {
        var exchange = new JsonObject
        {
            ["method"] = call.Method,
            ["path"] = context.Request.Path.Value,
            ["query"] = context.Request.QueryString.Value,
            ["status"] = status,
            ["request"] = TrafficLog.Read(call.RawBody),
            ["response"] = TrafficLog.Read(Encoding.UTF8.GetString(body)),
            ["requestHeaders"] = new JsonObject(context.Request.Headers.Select(
                header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value.ToString()))),
            ["responseHeaders"] = new JsonObject(headers.Select(
                header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        };
        if (fault != RestFault.None)
            exchange["fault"] = fault.ToString();
        if (call.Files.Count > 0)
            exchange["files"] = new JsonArray([.. call.Files.Select(file => JsonValue.Create(file.Name))]);
        traffic.AddRest(exchange);
    }

    private static async Task WriteAsync(
        HttpContext context, int status, byte[] body, Dictionary<string, string> headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length == 0)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private bool IsBot(string authorization) =>
        authorization.StartsWith("Bot ", StringComparison.Ordinal) && options.IsToken(authorization[4..]);

    /// <summary>
    /// Discord asks for <c>DiscordBot ($url, $versionNumber)</c> but tolerates what libraries send, which for some calls is the
    /// name of their HTTP client. It blocks only clients that name nothing or pose as a browser.
    /// </summary>
    private static bool IsBlocked(string agent) =>
        string.IsNullOrWhiteSpace(agent) || agent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase);
}
