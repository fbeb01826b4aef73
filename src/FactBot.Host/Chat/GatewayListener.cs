using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>Hands what Discord tells to who deals with it: interactions once each, sessions and guilds for their commands.</summary>
internal sealed class GatewayListener(InteractionListener interactions, CommandRegistration commands) : IGatewayListener
{
    private readonly Heard heard = new();

    public void Hear(Interaction interaction)
    {
        if (heard.Add(interaction.Id))
        {
            interactions.Receive(interaction);
        }
    }

    public void Begin(Snowflake application) => commands.Begin(application);

    public void Meet(Snowflake guild) => commands.Meet(guild);
}
