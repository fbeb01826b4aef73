using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>One event of the gateway. An event may come twice, or never.</summary>
/// <param name="Name">INTERACTION_CREATE, GUILD_CREATE …</param>
/// <param name="Data">The event's own JSON, good for as long as it is held.</param>
/// <param name="ReceivedAt">When it came, by the bot's clock: the 3 seconds of an interaction run from here.</param>
/// <param name="IsReplay">Whether it was missed and came again while a session was resumed.</param>
public sealed record Dispatch(string Name, JsonElement Data, DateTimeOffset ReceivedAt, bool IsReplay)
{
    /// <summary>How long Discord waits for the first answer to an interaction.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>How long Discord takes answers to an interaction at all.</summary>
    private static readonly TimeSpan LastAnswer = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Of an interaction, the time from its making to its receipt, both by Discord's clock, so that ours may be wrong;
    /// null for other events, and as long as Discord's clock is not known.
    /// </summary>
    public TimeSpan? Age { get; init; }

    /// <summary>
    /// Whether this is an interaction from before a break, that Discord no longer takes an answer to, and that must
    /// not be acted on: the person has been told that it failed. What is not a replay has as long as Discord takes answers.
    /// </summary>
    public bool IsTooOld => Age > (IsReplay ? FirstAnswer : LastAnswer);

    /// <summary>Null unless the event is an interaction; one that cannot be read says so.</summary>
    public Interaction? ReadInteraction() => Name == "INTERACTION_CREATE" ? InteractionReader.Find(Data) : null;

    /// <summary>Null unless the event is about a guild as a whole and of readable form.</summary>
    public Guild? ReadGuild() =>
        Name is "GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE" ? Read(Name, DiscordJson.Default.Guild) : null;

    /// <summary>Null unless the event is the start of a session and of readable form.</summary>
    public Ready? ReadReady() => Read("READY", DiscordJson.Default.Ready);

    // The data of an interaction holds its token and what a person wrote.
    public override string ToString() => $"Dispatch {Name}";

    private T? Read<T>(string name, JsonTypeInfo<T> type) where T : class
    {
        if (Name != name || Data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        try
        {
            return Data.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
