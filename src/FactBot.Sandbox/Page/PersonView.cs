using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord.Rules;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Page;

/// <summary>Reads what a person sees from the world. Requires the world's lock.</summary>
internal static class PersonView
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    public static View At(SandboxWorld world, bool isBotThere, TabState tab)
    {
        var channel = world.FindChannel(tab.ChannelId) ?? world.State.Channels[0];
        var guild = world.FindGuild(channel.GuildId) ?? world.FirstGuild;
        var visible = VisibleIn(world, channel, tab);
        var end = visible.FindIndex(message => message.Id == tab.Until) is var last and >= 0 ? last + 1 : visible.Count;
        var start = Math.Max(0, end - tab.Reach);
        var known = tab.View?.Messages.ToDictionary(message => message.Id) ?? [];
        return new View(
            world.Clock.GetUtcNow(),
            new Named(tab.PersonId, world.GetPerson(tab.PersonId).Name),
            Describe(world, channel),
            [.. world.State.Guilds.Select(one => new GuildItem(one.Id, one.Name, [.. ChannelsOf(world, one, tab)]))],
            [.. MembersOf(world, guild)],
            [.. visible[start..end].Select(message => Show(world, message, known.GetValueOrDefault(message.Id)))],
            start,
            visible.Count - end,
            Names(world),
            [.. CommandsOf(world, channel.Id, tab.PersonId, type: 3).Select(command => command.Name)],
            isBotThere);
    }

    /// <summary>Finds the message this many after the last one shown; null if that is the latest.</summary>
    public static string? FindLater(SandboxWorld world, TabState tab, int count)
    {
        var visible = world.FindChannel(tab.ChannelId) is { } channel ? VisibleIn(world, channel, tab) : [];
        var shown = visible.FindIndex(message => message.Id == tab.Until);
        return shown >= 0 && shown + count < visible.Count - 1 ? visible[shown + count].Id : null;
    }

    /// <summary>Returns a person's direct messages.</summary>
    public static IEnumerable<ChannelItem> DirectOf(SandboxWorld world, string personId) =>
        world.State.Channels.Where(channel => channel.RecipientId == personId).Select(channel => Describe(world, channel));

    /// <summary>Returns the commands of a Discord type that a person may use in a channel, by name.</summary>
    public static IReadOnlyList<CommandItem> CommandsOf(SandboxWorld world, string channelId, string personId, long type)
    {
        if (world.FindChannel(channelId) is not { } channel)
            return [];
        var granted = world.PermissionsIn(channel, personId);
        return
        [
            .. world.CommandsOf(channel.GuildId).Concat(world.CommandsOf(null)).DistinctBy(command => command.Text("id"))
                .Where(command => CommandRules.TypeOf(command) == type && MayUse(command, granted))
                .SelectMany(command => CommandItem.Of(command.DeepClone().AsObject())).OrderBy(item => item.Name, StringComparer.Ordinal),
        ];
    }

    private static List<StoredMessage> VisibleIn(SandboxWorld world, Channel channel, TabState tab) =>
        [.. world.MessagesIn(channel).Where(
            message => message.IsWritten && message.IsVisibleTo(tab.PersonId) && !tab.Dismissed.Contains(message.Id))];

    private static bool MayUse(JsonObject command, Permission granted) =>
        command.Text("default_member_permissions") is not { } bits
        || (Snowflake.Read(bits) is var needed && needed != 0
            ? granted.HasFlag((Permission)needed)
            : granted.HasFlag(Permission.Administrator));

    private static IEnumerable<ChannelItem> ChannelsOf(SandboxWorld world, Guild guild, TabState tab)
    {
        var all = world.State.Channels.Where(channel => channel.GuildId == guild.Id
            && world.PermissionsIn(channel, tab.PersonId).HasFlag(Permission.ViewChannel)).ToList();
        foreach (var channel in all.Where(channel => !channel.IsThread).OrderBy(channel => channel.Position))
        {
            yield return Describe(world, channel);
            foreach (var thread in all.Where(t => t.ParentId == channel.Id && (!t.Archived || t.Id == tab.ChannelId)))
                yield return Describe(world, thread);
        }
    }

    private static ChannelItem Describe(SandboxWorld world, Channel channel) => new(
        channel.Id,
        channel.RecipientId is null ? channel.Name : world.GetPerson(SandboxWorld.BotId).Name,
        channel.ParentId,
        channel.RecipientId is not null,
        channel is { Archived: true, Locked: true },
        channel.LastMessageId);

    private static IEnumerable<MemberItem> MembersOf(SandboxWorld world, Guild guild) =>
        from member in guild.Members
        let person = world.FindPerson(member.UserId)
        where person is not null
        let role = guild.Roles.Where(role => member.RoleIds.Contains(role.Id)).MaxBy(role => role.Position)
        orderby person.Bot, role?.Position ?? 0 descending, person.Name
        select new MemberItem(person.Id, person.Name, person.Bot ? "app" : role?.Name ?? "member", person.Bot);

    private static ShownMessage Show(SandboxWorld world, StoredMessage message, ShownMessage? before)
    {
        var json = world.ToJson(message);
        var now = world.Clock.GetUtcNow();
        return before is not null && now - before.At < Fresh && JsonNode.DeepEquals(before.Raw, message.Json)
            && JsonNode.DeepEquals(before.Json.Member("thread"), json.Member("thread"))
            ? before
            : new ShownMessage(message.Json.DeepClone().AsObject(), json, message.Command, message.VisibleTo is not null, now);
    }

    private static Dictionary<string, string> Names(SandboxWorld world) =>
        world.State.People.Select(person => ($"@{person.Id}", person.Name))
            .Concat(world.State.Guilds.SelectMany(guild => guild.Roles).Select(role => ($"@&{role.Id}", role.Name.TrimStart('@'))))
            .Concat(world.State.Channels.Select(channel => ($"#{channel.Id}", channel.Name)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
