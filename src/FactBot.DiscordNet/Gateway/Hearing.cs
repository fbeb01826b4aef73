using System.Collections.Concurrent;
using Discord.WebSocket;
using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;
using FactBot.DiscordNet.Interactions;
using Microsoft.Extensions.Logging;

namespace FactBot.DiscordNet.Gateway;

/// <summary>Passes on Discord.Net's events, except interactions replayed after a break too late to be answered.</summary>
internal sealed partial class Hearing(
    IGatewayListener listener, OpenInteractions open, ShownForms forms, DiscordTime discord, ILogger<Hearing> log)
{
    private readonly ConcurrentDictionary<ulong, bool> met = new();

    public void Hear(SocketInteraction interaction, DateTimeOffset now, bool isReplay)
    {
        var id = new Snowflake(interaction.Id);
        if (!isReplay)
        {
            discord.Hear(id);
        }

        var arrival = new Dispatch("INTERACTION_CREATE", default, now, isReplay) { Age = discord.AgeOf(id) };
        if (arrival.IsTooOld)
        {
            // Discord told the person that it failed, and they may have tried again: acting on it now would do it twice.
            LogTooOld(arrival.Age ?? TimeSpan.Zero);
            return;
        }

        open.Keep(interaction);
        listener.OnInteraction(InteractionReading.Of(interaction, forms));
    }

    /// <summary>Reports the start of a session. Discord.Net knows the application by itself.</summary>
    public void Begin(ulong bot) => listener.Begin(new Snowflake(bot));

    /// <summary>Reports an available guild, once, because Discord.Net announces each one again after every break.</summary>
    public void Meet(SocketGuild guild)
    {
        if (met.TryAdd(guild.Id, true))
        {
            listener.OnGuild(new Snowflake(guild.Id));
        }
    }

    /// <summary>Forgets a guild that the bot was removed from, in case it comes back.</summary>
    public void Leave(SocketGuild guild) => met.TryRemove(guild.Id, out _);

    [LoggerMessage(LogLevel.Information, "An interaction that came {Age} late, after a break in the connection, was dropped")]
    private partial void LogTooOld(TimeSpan age);
}
