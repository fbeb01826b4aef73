using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>
/// The interactions heard of late: Discord may tell of one more than once, and a second answer would only be refused. What
/// came before a restart is known by the audit trail.
/// </summary>
/// <remarks>https://docs.discord.com/developers/reference#consistency</remarks>
internal sealed class Heard
{
    private const int Most = 100_000;

    private readonly Lock gate = new();
    private readonly HashSet<Snowflake> ids = [];
    private readonly Queue<Snowflake> order = new();

    /// <summary>False for one that was heard before.</summary>
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
