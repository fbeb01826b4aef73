using System.Diagnostics;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;

namespace FactBot.DiscordNet.Gateway;

/// <summary>A connection of Discord.Net's: its events and its state.</summary>
internal sealed class NetShard
{
    /// <summary>How long Discord.Net may keep trying. It never gives up a session that can't be resumed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The longest interval between two heartbeats, whatever the clock says.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    private readonly DiscordSocketClient client;
    private readonly Hearing hearing;
    private readonly TimeProvider time;
    private readonly Action<GatewayFatalException> refuse;
    private readonly SilenceWatch silence = new();
    private long lostAt = Stopwatch.GetTimestamp();
    private volatile string? trouble;
    private volatile bool isMute;

    public NetShard(DiscordSocketClient client, Hearing hearing, TimeProvider time, Action<GatewayFatalException> refuse)
    {
        (this.client, this.hearing, this.time, this.refuse) = (client, hearing, time, refuse);
        client.Connected += () => Do(Connect);
        client.Disconnected += failure => Do(() => Disconnect(failure));
        client.LatencyUpdated += (_, milliseconds) => Do(() => HearBeat(TimeSpan.FromMilliseconds(milliseconds)));
        client.Ready += () => Do(() => hearing.Begin(client.CurrentUser.Id));
        client.GuildAvailable += guild => HearEvent(() => hearing.Meet(guild));
        client.JoinedGuild += guild => HearEvent(() => hearing.Meet(guild));
        client.LeftGuild += guild => HearEvent(() => hearing.Leave(guild));
        client.InteractionCreated += interaction => HearEvent(() => Hear(interaction));
        client.ThreadCreated += _ => HearEvent(() => { });
        client.ThreadUpdated += (_, _) => HearEvent(() => { });
        client.ChannelUpdated += (_, _) => HearEvent(() => { });
        client.RoleUpdated += (_, _) => HearEvent(() => { });
    }

    public GatewayState State => client.ConnectionState switch
    {
        ConnectionState.Connected => GatewayState.Connected,
        ConnectionState.Connecting => GatewayState.Connecting,
        _ => GatewayState.Waiting,
    };

    public DateTimeOffset? LastEventAt => silence.LastEventAt;

    public string? Trouble => State == GatewayState.Connected ? null : trouble;

    /// <summary>Returns why the connection should be replaced; null while Discord.Net can go on by itself.</summary>
    public string? FindEnd() =>
        isMute ? "no event came although beats are acknowledged"
        : State != GatewayState.Connected && Stopwatch.GetElapsedTime(Interlocked.Read(ref lostAt)) > Patience ? "it could not be resumed"
        : null;

    // Discord.Net awaits its handlers.
    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private Task HearEvent(Action act)
    {
        silence.HearEvent(time.GetUtcNow());
        return Do(act);
    }

    private void Hear(SocketInteraction interaction) =>
        hearing.Hear(interaction, time.GetUtcNow(), isReplay: client.ConnectionState != ConnectionState.Connected);

    private void Connect()
    {
        silence.Begin(time.GetUtcNow());
        trouble = null;
    }

    private void Disconnect(Exception failure)
    {
        Interlocked.Exchange(ref lostAt, Stopwatch.GetTimestamp());
        var code = (failure as WebSocketClosedException ?? failure.InnerException as WebSocketClosedException)?.CloseCode;
        DiscordSignals.Ended(code);
        trouble = $"Connecting to Discord again, after {(code is null ? "the connection broke" : $"it closed the connection with code {code}")}";
        if (failure as GatewayFatalException is { } refused)
        {
            refuse(refused);
        }
        else if (code is { } final && CloseCodes.After(final) == NextStep.Stop)
        {
            refuse(new GatewayFatalException(final, CloseCodes.Advice(final)));
        }
    }

    private void HearBeat(TimeSpan latency)
    {
        DiscordSignals.Beat(latency);
        isMute |= silence.HearBeat(time.GetUtcNow(), Beat) is not null;
    }
}
