using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>Finds people, channels, roles and guilds by id, by mention, or by name in any case.</summary>
internal static class Lookup
{
    public static Person GetPersonNamed(this SandboxWorld world, string? text) =>
        world.State.People.Find(person => !person.Bot && Fits(person.Id, person.Name, text))
        ?? throw PeopleRefusal.NotFound($"There is no person '{text}' in this sandbox.");

    public static Person GetUserNamed(this SandboxWorld world, string? text) =>
        world.State.People.Find(person => Fits(person.Id, person.Name, text))
        ?? throw PeopleRefusal.NotFound($"There is no user '{text}' in this sandbox.");

    public static Guild GetGuildNamed(this SandboxWorld world, string? text) =>
        string.IsNullOrEmpty(text) ? world.FirstGuild
        : world.State.Guilds.Find(guild => Fits(guild.Id, guild.Name, text))
          ?? throw PeopleRefusal.NotFound($"There is no guild '{text}' in this sandbox.");

    /// <param name="world">The world to search.</param>
    /// <param name="text">Its id or name; if empty, the guild's first channel.</param>
    /// <param name="guild">The guild whose channels take precedence if several have the name.</param>
    public static Channel GetChannelNamed(this SandboxWorld world, string? text, Guild guild)
    {
        var nearest = world.State.Channels.OrderBy(channel => channel.GuildId == guild.Id ? 0 : 1);
        return (string.IsNullOrEmpty(text)
                ? nearest.First()
                : nearest.FirstOrDefault(channel => channel.Id == Bare(text))
                    ?? nearest.FirstOrDefault(channel => Fits(channel.Id, channel.Name, text)))
            ?? throw PeopleRefusal.NotFound($"There is no channel '{text}' in this sandbox.");
    }

    public static Role GetRoleNamed(Guild? guild, string? text) =>
        guild?.FindRole(Bare(text)) ?? throw PeopleRefusal.NotFound($"There is no role '{text}' in this guild.");

    private static bool Fits(string id, string name, string? text) =>
        id == Bare(text) || (name.Length > 0 && name.Equals(Bare(text), StringComparison.OrdinalIgnoreCase));

    private static string Bare(string? text) => (text ?? "").Trim().Trim('<', '>').TrimStart('@', '#', '&', '!');
}
