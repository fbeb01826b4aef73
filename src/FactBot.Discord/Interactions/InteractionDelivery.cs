namespace FactBot.Discord.Interactions;

/// <summary>How interactions reach the bot. Discord uses one way or the other, never both.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/overview</remarks>
public enum InteractionDelivery
{
    /// <summary>As INTERACTION_CREATE, with all other events.</summary>
    Gateway,

    /// <summary>Over HTTP, to the Interactions Endpoint URL in the Developer Portal.</summary>
    Http,
}
