using System.Net.WebSockets;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>The gateway's sessions, and the events sent to them. Requires the world's lock.</summary>
internal sealed class PretendGateway(
    SandboxWorld world, Faults faults, TrafficLog traffic, SandboxOptions options)
{
    /// <summary>How long a session can be resumed: "a few minutes", according to Discord.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly List<GatewaySession> sessions = [];
    private int connections;

    public IdentifyBudget Budget { get; } = new(world.Clock, options.MaxConcurrency);

    /// <summary>The number of shards the bot is asked to have.</summary>
    public int Shards => options.Shards;

    /// <summary>Whether the bot is connected with every one of its shards.</summary>
    public bool IsConnected =>
        sessions.FindAll(session => session.Connection is not null) is [.., { } latest] connected
        && (ulong)connected.Select(session => session.Shard).Distinct().Count() >= latest.Shards;

    public GatewayConnection Open(WebSocket socket, bool compress) =>
        new(Interlocked.Increment(ref connections), socket, compress, traffic);

    /// <summary>Sends an event to every session that covers this guild (null: direct messages) and asked for this
    /// intent.</summary>
    public void Tell(string type, JsonNode data, string? guildId, long intent = Intent.Guilds) =>
        Tell(guildId, intent, session => Tell(session, type, data));

    private void Tell(string? guildId, long intent, Action<GatewaySession> tell)
    {
        if (world.FindGuild(guildId) is { } guild && (guild.IsUnavailable || !guild.HasBot))
            return;
        var listeners = sessions
            .Where(session => session.Hears(guildId) && session.Covers(intent))
            .ToList();
        if (listeners.Count == 0 || faults.TakeDroppedEvent())
            return;
        listeners.ForEach(tell);
    }

    /// <summary>Tells of a member: a bot always hears of itself, of others only with the privileged intent.</summary>
    public void TellMember(string type, Guild guild, Member member)
    {
        var data = member.ToJson(world.GetPerson(member.UserId));
        data["guild_id"] = guild.Id;
        Tell(type, data, guild.Id, member.UserId == SandboxWorld.BotId ? Intent.Always : Intent.GuildMembers);
    }

    /// <summary>Tells of a message, of which a bot without the privileged intent sees the contents only if it wrote it or
    /// is mentioned, and always in direct messages.</summary>
    public void TellMessage(string type, JsonObject data, string? guildId, long intent)
    {
        if (guildId is null || MessageVeil.IsForBot(data))
        {
            Tell(type, data, guildId, intent);
            return;
        }

        var veiled = MessageVeil.Cover(data);
        Tell(guildId, intent, session => Tell(session, type, session.Covers(Intent.MessageContent) ? data : veiled));
    }

    public void Tell(GatewaySession session, string type, JsonNode data)
    {
        var dispatch = session.Add(type, data);
        if (session.SilentUntil <= world.Clock.GetUtcNow())
            session.Connection?.Send(dispatch.Frame);
    }

    public GatewaySession Start(GatewayConnection connection, long intents, ulong shard, ulong shards)
    {
        ForgetOldSessions();
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), intents, shard, shards);
        session.Connection = connection;
        connection.Session = session;
        sessions.Add(session);
        return session;
    }

    /// <summary>Finds the session with this id, unless it has ended.</summary>
    public GatewaySession? FindSession(string? id)
    {
        ForgetOldSessions();
        return sessions.Find(session => session.Id == id);
    }

    /// <summary>Handles a closed connection: 1000 and 1001 end the session too, any other code leaves it to be
    /// resumed.</summary>
    public void Leave(GatewayConnection connection, int? closeCode)
    {
        if (connection.Session is not { } session || session.Connection != connection)
            return;
        session.Connection = null;
        session.LeftAt = world.Clock.GetUtcNow();
        if (closeCode is 1000 or 1001)
            sessions.Remove(session);
    }

    /// <summary>Ends every session: a resume now gets op 9, and a connection that is still open may identify again.</summary>
    public void EndSessions()
    {
        foreach (var connection in Connections)
            connection.Session = null;
        sessions.Clear();
    }

    public IEnumerable<GatewayConnection> Connections =>
        sessions.Select(session => session.Connection).OfType<GatewayConnection>();

    /// <summary>Sends no events to the current sessions until that time.</summary>
    public void Silence(DateTimeOffset until) => sessions.ForEach(session => session.SilentUntil = until);

    /// <summary>Sends the last events again under new sequence numbers, as Discord occasionally does.</summary>
    public void Repeat(int count)
    {
        foreach (var session in sessions.Where(session => session.Connection is not null))
        {
            foreach (var dispatch in session.Latest(count).Where(d => d.Type is not ("READY" or "RESUMED")).ToList())
                Tell(session, dispatch.Type, JsonNode.Parse(dispatch.Frame).Member("d")!);
        }
    }

    private void ForgetOldSessions() =>
        sessions.RemoveAll(session => session.Connection is null && world.Clock.GetUtcNow() - session.LeftAt > Kept);
}
