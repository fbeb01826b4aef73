using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Chat;

/// <summary>Hands what Discord tells to who deals with it: interactions once each, sessions and guilds for their commands.</summary>
internal sealed class GatewayListener(
    InteractionListener interactions, CommandRegistration commands, Heard heard, IOptionsMonitor<DiscordOptions> discord) : IGatewayListener
{
    public void Hear(Interaction interaction)
    {
        // Discord sends each interaction one way only; what comes by the other is not for this bot.
        if (discord.CurrentValue.Interactions == InteractionDelivery.Gateway && heard.Add(interaction.Id))
        {
            interactions.Receive(interaction);
        }
    }

    public void Begin(Snowflake application) => commands.Begin(application);

    public void Meet(Snowflake guild) => commands.Meet(guild);
}
