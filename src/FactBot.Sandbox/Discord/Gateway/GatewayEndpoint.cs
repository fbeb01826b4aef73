using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>Discord's end of the websocket: Hello, heartbeats, Identify and Resume, and close codes for
/// errors.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway</remarks>
internal sealed class GatewayEndpoint(SandboxWorld world, PretendGateway gateway, SandboxOptions options)
{
    private const int MostSendsInAMinute = 120;

    /// <summary>
    /// How long Hello follows the handshake. Over a network it never comes with it, and a library may drop what comes in the
    /// same packet.
    /// </summary>
    private static readonly TimeSpan Handshake = TimeSpan.FromMilliseconds(30);

    private readonly MemberRequests members = new(world, gateway);

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("This is the gateway: connect with a websocket.");
            return;
        }

        var query = context.Request.Query;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await Task.Delay(Handshake, TimeProvider.System, context.RequestAborted);
        var connection = gateway.Open(socket, compress: query["compress"] == "zlib-stream");
        var resumeUrl = $"ws://{context.Request.Host}/gateway/resume";
        connection.Version = query["v"].ToString() is "9" ? 9 : 10;
        if (query["v"].ToString() is not ("9" or "10" or ""))
            connection.Close(4012, "Invalid API version.");
        else if (query["encoding"].ToString() is not ("json" or ""))
            connection.Close(4002, "Only the json encoding is spoken here.");
        else
            Say(connection, 10, new JsonObject
            {
                ["heartbeat_interval"] = (long)options.HeartbeatInterval.TotalMilliseconds,
            });

        using var watch = new HeartbeatWatch(connection, options.HeartbeatInterval);
        var code = await connection.RunAsync(frame => Hear(connection, frame, resumeUrl), context.RequestAborted);
        lock (world.Gate)
        {
            gateway.Leave(connection, code);
        }
    }

    private static void Say(GatewayConnection connection, int op, JsonNode? data) =>
        connection.Send(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }.ToJsonString());

    private void Hear(GatewayConnection connection, string? text, string resumeUrl)
    {
        lock (world.Gate)
        {
            if (text is null || Read(text) is not { } frame || frame.Number("op") is not { } op)
                connection.Close(4002, "Error while decoding payload.");
            else if (IsTooMany(connection))
                connection.Close(4008, "You are being rate limited.");
            else
                Hear(connection, op, frame, resumeUrl);
        }
    }

    private void Hear(GatewayConnection connection, long op, JsonObject frame, string resumeUrl)
    {
        switch (op)
        {
            case 1:
                connection.Beats++;
                Say(connection, 11, null);
                break;
            case 2 when connection.Session is not null:
            case 6 when connection.Session is not null:
                connection.Close(4005, "Already authenticated.");
                break;
            case 2:
                Identify(connection, frame.Map("d"), resumeUrl);
                break;
            case 6:
                Resume(connection, frame.Map("d"));
                break;
            case 3 or 4 or 8 or 31 or 43 when connection.Session is null:
                connection.Close(4003, "Not authenticated.");
                break;
            case 8:
                members.Answer(connection.Session!, frame.Map("d"));
                break;
            case 3 or 4 or 31 or 43:
                break;
            default:
                connection.Close(4001, "Unknown opcode.");
                break;
        }
    }

    private void Identify(GatewayConnection connection, JsonObject? identify, string resumeUrl)
    {
        var intents = identify.Number("intents");
        var shard = identify.List("shard");
        var number = shard is [{ } first, _] ? first.AsNumber() ?? -1 : 0;
        var count = shard is [_, { } second] ? second.AsNumber() ?? -1 : 1;
        if (!IsToken(identify.Text("token")) || gateway.Budget.IsSpent)
            connection.Close(4004, "Authentication failed.");
        else if (identify.Map("properties") is null)
            connection.Close(4002, "Error while decoding payload.");
        else if (intents is null || (intents & ~Intent.Known) != 0)
            connection.Close(4013, "Invalid intent(s).");
        else if ((intents & Intent.Privileged & ~Intent.GrantedBy(world.State.Application.Flags)) != 0)
            connection.Close(4014, "Disallowed intent(s).");
        else if (number < 0 || number >= count)
            connection.Close(4010, "Invalid shard.");
        else if (count < gateway.Shards)
            connection.Close(4011, "Sharding required.");
        else if (!gateway.Budget.Take(number))
            Say(connection, 9, false);
        else
            Greet(gateway.Start(connection, intents.Value, (ulong)number, (ulong)count), shard, resumeUrl);
    }

    private void Greet(GatewaySession session, JsonArray? shard, string resumeUrl)
    {
        var guilds = world.State.Guilds.Where(guild => guild.HasBot && session.Hears(guild.Id)).ToList();
        var ready = new JsonObject
        {
            ["v"] = session.Connection!.Version,
            ["user"] = world.GetPerson(SandboxWorld.BotId).ToOwnJson(),
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = resumeUrl,
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = guilds.Select(guild => guild.ToUnavailableJson()).ToJsonArray(),
            ["application"] = new JsonObject { ["id"] = SandboxWorld.ApplicationId, ["flags"] = 0 },
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["guild_join_requests"] = new JsonArray(),
            ["_trace"] = new JsonArray("sandbox"),
        };
        if (shard is not null)
            ready["shard"] = shard.DeepClone();
        gateway.Tell(session, "READY", ready);
        if ((session.Intents & Intent.Guilds) != 0)
            guilds.ForEach(guild => TellOf(session, guild));
    }

    // "Guilds that are unavailable due to an outage will send a Guild Delete event."
    private void TellOf(GatewaySession session, Guild guild)
    {
        if (guild.IsUnavailable)
            gateway.Tell(session, "GUILD_DELETE", guild.ToUnavailableJson());
        else
            gateway.Tell(session, "GUILD_CREATE", world.ToEventJson(guild));
    }

    private void Resume(GatewayConnection connection, JsonObject? resume)
    {
        if (!IsToken(resume.Text("token")))
        {
            connection.Close(4004, "Authentication failed.");
            return;
        }

        var session = gateway.FindSession(resume.Text("session_id"));
        if (session?.FindAfter(resume.Number("seq") ?? -1) is not { } missed)
        {
            Say(connection, 9, false);
            return;
        }

        session.Connection?.Cut();
        session.Connection = connection;
        session.SilentUntil = default;
        connection.Session = session;
        foreach (var dispatch in missed)
            connection.Send(dispatch.Frame);
        gateway.Tell(session, "RESUMED", new JsonObject { ["_trace"] = new JsonArray("sandbox") });
    }

    // Several libraries send the whole value of the Authorization header, and Discord takes it.
    private bool IsToken(string? text) =>
        options.IsToken(text?.StartsWith("Bot ", StringComparison.Ordinal) == true ? text[4..] : text);

    private bool IsTooMany(GatewayConnection connection)
    {
        var now = world.Clock.GetUtcNow();
        connection.Sent.Enqueue(now);
        while (now - connection.Sent.Peek() > TimeSpan.FromMinutes(1))
            connection.Sent.Dequeue();
        return connection.Sent.Count > MostSendsInAMinute;
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonReading.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
