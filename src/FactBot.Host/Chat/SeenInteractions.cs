using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>
/// The recently seen interactions. Discord may deliver one more than once, and a second response would only be refused.
/// Those from before a restart are in the audit trail.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference#consistency</remarks>
internal sealed class SeenInteractions
{
    private const int Most = 100_000;

    private readonly Lock gate = new();
    private readonly HashSet<Snowflake> ids = [];
    private readonly Queue<Snowflake> order = new();

    /// <summary>Records an interaction; returns false if it was seen before.</summary>
    public bool Add(Snowflake id)
    {
        lock (gate)
        {
            if (!ids.Add(id))
            {
                return false;
            }

            order.Enqueue(id);
            if (order.Count > Most)
            {
                ids.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
