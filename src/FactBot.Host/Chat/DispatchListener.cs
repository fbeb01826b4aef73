using FactBot.Discord.Gateway;

namespace FactBot.Host.Chat;

/// <summary>Reads the events of our own client's gateway, and passes them on.</summary>
internal sealed class DispatchListener(IGatewayListener listener, LetGo letGo) : IDispatchListener
{
    public void Receive(Dispatch dispatch)
    {
        if (dispatch.IsTooOld)
        {
            // Discord told the person that it failed, and they may have tried again: acting on it now would do it twice.
            letGo.Count(DropReason.Late);
            return;
        }

        if (dispatch.ReadInteraction() is { } interaction)
        {
            listener.OnInteraction(interaction);
        }
        else if (dispatch.Name == "INTERACTION_CREATE")
        {
            letGo.Count(DropReason.Unreadable);
        }
        else if (dispatch.ReadReady() is { } ready)
        {
            listener.Begin(ready.Application.Id);
        }
        else if (dispatch.Name == "GUILD_CREATE" && dispatch.ReadGuild() is { Unavailable: not true } guild)
        {
            listener.OnGuild(guild.Id);
        }
    }
}
