using FactBot.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>Reads the events of our own client's gateway, and hands them on.</summary>
internal sealed partial class DispatchListener(IGatewayListener listener, ILogger<DispatchListener> log) : IDispatchListener
{
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
            listener.Hear(interaction);
        }
        else if (dispatch.ReadReady() is { } ready)
        {
            listener.Begin(ready.Application.Id);
        }
        else if (dispatch.Name == "GUILD_CREATE" && dispatch.ReadGuild() is { Unavailable: not true } guild)
        {
            listener.Meet(guild.Id);
        }
    }

    [LoggerMessage(LogLevel.Information, "An interaction that came {Age} late, after a break in the connection, was dropped")]
    private partial void LogTooOld(TimeSpan age);
}
