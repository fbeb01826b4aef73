namespace FactBot.Sandbox.World;

/// <summary>The team every sandbox begins with, and further teams of the same people.</summary>
internal static class OpeningWorld
{
    private const Permission Everyone =
        Permission.ViewChannel | Permission.SendMessages | Permission.AddReactions | Permission.EmbedLinks
        | Permission.AttachFiles | Permission.ReadMessageHistory | Permission.UseApplicationCommands
        | Permission.CreatePublicThreads | Permission.SendMessagesInThreads;

    // What the bot's invitation asks for: view, send, embed, attach, history, threads.
    private const Permission Invited = (Permission)326417632256;

    // The owner may do everything, so no one among the people is the owner: their rights come from their roles.
    private const string AbsentOwnerId = "1100000000000000002";

    private static readonly string[] ChannelNames = ["newsroom", "review", "verdicts", "digest"];
    private static readonly string[] Reviewers = ["Ben", "Chi", "Dee", "Eli"];

    public static WorldState Make(DateTimeOffset now)
    {
        var state = new WorldState { People = { new Person(SandboxWorld.BotId, "FactBot", Bot: true) } };
        var next = 1100000000000000010UL;
        foreach (var name in (string[])["Ada", .. Reviewers, "Fay"])
            state.People.Add(new Person(Snowflake.Write(next++), name));

        next = 1100000000000000100UL;
        AddGuild(state, "Sandbox newsroom", "", now, () => Snowflake.Write(next++));
        return state;
    }

    /// <summary>Adds a guild with the usual channels, their names beginning with <paramref name="prefix"/>.</summary>
    public static Guild AddGuild(WorldState state, string name, string prefix, DateTimeOffset now, Func<string> nextId)
    {
        var id = nextId();
        var guild = new Guild { Id = id, Name = name, OwnerId = AbsentOwnerId };
        var editor = new Role(nextId(), "editor", Permission.ManageGuild | Permission.ManageMessages, 2);
        var reviewer = new Role(nextId(), "reviewer", Permission.None, 1);
        guild.Roles.AddRange([new Role(id, "@everyone", Everyone, 0), reviewer, editor]);
        Invite(guild, now, nextId);

        foreach (var person in state.People.Where(person => !person.Bot))
        {
            List<string> roles = person.Name == "Ada" ? [editor.Id]
                : Reviewers.Contains(person.Name) ? [reviewer.Id]
                : [];
            guild.Members.Add(new Member(person.Id, roles, now));
        }

        state.Guilds.Add(guild);
        foreach (var (position, channel) in ChannelNames.Index())
        {
            state.Channels.Add(new Channel
            {
                Id = nextId(),
                Type = 0,
                GuildId = id,
                Name = prefix + channel,
                Position = position,
                CreatedAt = now,
            });
        }

        return guild;
    }

    /// <summary>Makes the bot a member, with the role from its invitation.</summary>
    public static void Invite(Guild guild, DateTimeOffset now, Func<string> nextId)
    {
        var own = new Role(nextId(), "FactBot", Invited, 3, SandboxWorld.BotId);
        guild.Roles.Add(own);
        guild.Members.Add(new Member(SandboxWorld.BotId, [own.Id], now));
    }
}
