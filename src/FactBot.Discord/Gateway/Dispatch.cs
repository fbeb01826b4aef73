using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>A gateway event. An event may arrive twice, or never.</summary>
/// <param name="Name">INTERACTION_CREATE, GUILD_CREATE …</param>
/// <param name="Data">The event's own JSON, valid for as long as it is referenced.</param>
/// <param name="ReceivedAt">When it arrived, by the bot's clock. An interaction's 3 seconds start here.</param>
/// <param name="IsReplay">Whether it was missed and replayed while a session was resumed.</param>
public sealed record Dispatch(string Name, JsonElement Data, DateTimeOffset ReceivedAt, bool IsReplay)
{
    /// <summary>How long Discord waits for the initial response to an interaction.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>How long Discord accepts any response to an interaction.</summary>
    private static readonly TimeSpan LastAnswer = TimeSpan.FromMinutes(15);

    /// <summary>
    /// An interaction's age on receipt. Both times are by Discord's clock, so ours may be wrong. Null for other events, and
    /// while Discord's clock is unknown.
    /// </summary>
    public TimeSpan? Age { get; init; }

    /// <summary>
    /// Whether this is an interaction that Discord no longer accepts a response to. It must not be acted on: Discord has told
    /// the person that it failed. A replay has 3 seconds; anything else has the full 15 minutes.
    /// </summary>
    public bool IsTooOld => Age > (IsReplay ? FirstAnswer : LastAnswer);

    /// <summary>Reads the interaction; null if the event isn't one. An unreadable interaction says so itself.</summary>
    public Interaction? ReadInteraction() => Name == "INTERACTION_CREATE" ? InteractionReader.Find(Data) : null;

    /// <summary>Reads the guild; null unless the event is about a whole guild and readable.</summary>
    public Guild? ReadGuild() =>
        Name is "GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE" ? Read(Name, DiscordJson.Default.Guild) : null;

    /// <summary>Reads the start of a session; null unless the event is one and readable.</summary>
    public Ready? ReadReady() => Read("READY", DiscordJson.Default.Ready);

    // An interaction's data contains its token and what a person wrote.
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
