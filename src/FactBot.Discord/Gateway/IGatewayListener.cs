using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>Receives the gateway events FactBot needs. Each call must hand the event on and return at once.</summary>
public interface IGatewayListener
{
    /// <summary>Handles an interaction, which needs a response. The same one may arrive more than once.</summary>
    void OnInteraction(Interaction interaction);

    /// <summary>Handles the start of a session.</summary>
    void Begin(Snowflake application);

    /// <summary>Handles a guild that has become available.</summary>
    void OnGuild(Snowflake guild);
}
