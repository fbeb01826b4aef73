using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.World;

/// <summary>
/// The pretend Discord's contents. Reading or changing it requires holding <see cref="Gate"/>: a single lock, because JSON
/// nodes aren't safe to share and a sandbox is in no hurry.
/// </summary>
internal sealed class SandboxWorld(WorldState state, TimeProvider clock)
{
    public const string BotId = "1100000000000000001";

    /// <summary>The application's id, which is the same as the bot's, as for every application since 2016.</summary>
    public const string ApplicationId = BotId;

    public Lock Gate { get; } = new();

    public WorldState State => state;

    public TimeProvider Clock => clock;

    public Guild FirstGuild => state.Guilds[0];

    /// <summary>Raised after each change, so that the world can be saved to disk and pages can show it.</summary>
    public event Action? Changed;

    public void TellChanged() => Changed?.Invoke();

    public string NextId()
    {
        state.LastId = Math.Max(state.LastId + 1, Snowflake.At(clock.GetUtcNow()));
        return Snowflake.Write(state.LastId);
    }

    public Guild? FindGuild(string? id) => state.Guilds.Find(guild => guild.Id == id);

    public Guild GetGuild(string id) =>
        FindGuild(id) ?? throw new InvalidOperationException($"The world has no guild {id}.");

    public Channel? FindChannel(string? id) => state.Channels.Find(channel => channel.Id == id);

    public Person? FindPerson(string? id) => state.People.Find(person => person.Id == id);

    public Person GetPerson(string id) =>
        FindPerson(id) ?? throw new InvalidOperationException($"The world has no user {id}.");

    public StoredMessage? FindMessage(string? id) => state.Messages.FindLast(message => message.Id == id);

    public StoredMessage? FindMessage(Channel channel, string? id) =>
        FindMessage(id) is { } message && message.ChannelId == channel.Id ? message : null;

    public IEnumerable<StoredMessage> MessagesIn(Channel channel) =>
        state.Messages.Where(message => message.ChannelId == channel.Id);

    /// <summary>Returns the commands of a guild, or the global ones for null.</summary>
    public IEnumerable<JsonObject> CommandsOf(string? guildId) =>
        state.Commands.Where(command => command.Text("guild_id") == guildId);
}
