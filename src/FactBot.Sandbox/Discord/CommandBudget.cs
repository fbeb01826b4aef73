namespace FactBot.Sandbox.Discord;

/// <summary>Limits how many new commands a bot may create: 200 a day in each guild, and 200 global ones.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands#registering-a-command</remarks>
internal sealed class CommandBudget(TimeProvider clock)
{
    private const int Total = 200;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Queue<DateTimeOffset>> created = [];

    /// <summary>Counts commands with new names.</summary>
    /// <exception cref="DiscordRefusal">There are more than remain for the day.</exception>
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
