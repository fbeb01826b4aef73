using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>Hears what FactBot needs of the gateway's events. Each call must hand the event on and return at once.</summary>
public interface IGatewayListener
{
    /// <summary>Somebody did something that wants an answer; it may be told more than once.</summary>
    void Hear(Interaction interaction);

    /// <summary>A session began.</summary>
    void Begin(Snowflake application);

    /// <summary>A guild is there.</summary>
    void Meet(Snowflake guild);
}
