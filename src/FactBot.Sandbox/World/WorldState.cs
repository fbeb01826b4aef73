using System.Text.Json.Nodes;

namespace FactBot.Sandbox.World;

/// <summary>Everything about the world that is worth saving; serialized as it is to <c>world.json</c>.</summary>
internal sealed class WorldState
{
    public List<Person> People { get; init; } = [];

    public List<Guild> Guilds { get; init; } = [];

    public List<Channel> Channels { get; init; } = [];

    public List<StoredMessage> Messages { get; init; } = [];

    /// <summary>Application commands as registered; those of a guild have its <c>guild_id</c>.</summary>
    public List<JsonObject> Commands { get; init; } = [];

    /// <summary>The channels' webhooks, as Discord writes them.</summary>
    public List<JsonObject> Webhooks { get; init; } = [];

    /// <summary>The application's own emojis.</summary>
    public List<JsonObject> Emojis { get; init; } = [];

    /// <summary>What the bot's developer set about the application.</summary>
    public ApplicationSettings Application { get; init; } = new();

    public List<StoredFile> Files { get; init; } = [];

    /// <summary>Whether Ada has run <c>setup</c>; this happens once in the life of a world.</summary>
    public bool SceneOpened { get; set; }

    public ulong LastId { get; set; }

    /// <summary>The time on the clock when the world was last saved.</summary>
    public DateTimeOffset Now { get; set; }
}
