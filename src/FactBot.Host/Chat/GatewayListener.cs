using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Chat;

/// <summary>Passes gateway events to their handlers: interactions once each, sessions and guilds to register commands.</summary>
internal sealed class GatewayListener(
    InteractionListener interactions, CommandRegistration commands, SeenInteractions seen, IOptionsMonitor<DiscordOptions> discord) : IGatewayListener
{
    public void OnInteraction(Interaction interaction)
    {
        // Discord sends interactions one way or the other; any that come the other way aren't for this bot.
        if (discord.CurrentValue.Interactions == InteractionDelivery.Gateway && seen.Add(interaction.Id))
        {
            interactions.Receive(interaction);
        }
    }

    public void Begin(Snowflake application) => commands.Begin(application);

    public void OnGuild(Snowflake guild) => commands.Meet(guild);
}
