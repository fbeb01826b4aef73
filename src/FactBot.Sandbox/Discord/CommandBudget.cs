namespace FactBot.Sandbox.Discord;

/// <summary>How many new commands a bot may create: 200 in a day for each guild, and as many global ones.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands#registering-a-command</remarks>
internal sealed class CommandBudget(TimeProvider clock)
{
    private const int Total = 200;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Queue<DateTimeOffset>> created = [];

    /// <summary>Counts commands of new names.</summary>
    /// <exception cref="DiscordRefusal">They are more than are left today.</exception>
    public void Take(string? guildId, int count)
    {
        if (!created.TryGetValue(guildId ?? "", out var today))
        {
            created[guildId ?? ""] = today = new();
        }

        while (today.TryPeek(out var first) && clock.GetUtcNow() - first >= Day)
        {
            today.Dequeue();
        }

        if (today.Count + count > Total)
        {
            throw DiscordRefusal.TooManyCommandsToday(Total);
        }

        for (var i = 0; i < count; i++)
        {
            today.Enqueue(clock.GetUtcNow());
        }
    }
}
