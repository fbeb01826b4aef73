using FactBot.Discord.Gateway;

namespace FactBot.Host.Chat;

/// <summary>Hands the gateway's events to who deals with them.</summary>
internal sealed class DispatchListener(InteractionListener interactions, CommandRegistration commands) : IDispatchListener
{
    public void Receive(Dispatch dispatch)
    {
        if (dispatch.ReadInteraction() is { } interaction)
        {
            interactions.Receive(interaction);
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
}
