using FactBot.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>Hands the gateway's events to who deals with them.</summary>
internal sealed partial class DispatchListener(
    InteractionListener interactions, CommandRegistration commands, ILogger<DispatchListener> log) : IDispatchListener
{
    private readonly Heard heard = new();

    public void Receive(Dispatch dispatch)
    {
        if (dispatch.IsTooOld)
        {
            // The person was told that it failed, and may have tried again: acting on it now would do it twice.
            LogTooOld(dispatch.Age ?? TimeSpan.Zero);
            return;
        }

        if (dispatch.ReadInteraction() is { } interaction)
        {
            if (heard.Add(interaction.Id))
            {
                interactions.Receive(interaction);
            }
        }
        else if (dispatch.ReadReady() is { } ready)
        {
            commands.Begin(ready);
        }
        else if (dispatch.Name == "GUILD_CREATE" && dispatch.ReadGuild() is { } guild)
        {
            commands.Meet(guild);
        }
    }

    [LoggerMessage(LogLevel.Information, "An interaction that came {Age} late, after a break in the connection, was dropped")]
    private partial void LogTooOld(TimeSpan age);
}
