using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Page;

/// <summary>What a person sees at one moment, read under the world's lock and safe to use without it.</summary>
/// <param name="Now">The time on the shared clock.</param>
/// <param name="Me">The person looking.</param>
/// <param name="Channel">The open channel.</param>
/// <param name="Guilds">The servers with their channels.</param>
/// <param name="Members">The server's members, by role.</param>
/// <param name="Messages">The messages shown, oldest first.</param>
/// <param name="Earlier">How many messages there are before them.</param>
/// <param name="Later">How many messages there are after them.</param>
/// <param name="Names">Names by mention: <c>@</c>, <c>@&amp;</c> or <c>#</c> and the id.</param>
/// <param name="MessageCommands">The names of the commands in a message's menu.</param>
/// <param name="IsBotThere">Whether the bot is connected.</param>
internal sealed record View(
    DateTimeOffset Now,
    Named Me,
    ChannelItem Channel,
    IReadOnlyList<GuildItem> Guilds,
    IReadOnlyList<MemberItem> Members,
    IReadOnlyList<ShownMessage> Messages,
    int Earlier,
    int Later,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<string> MessageCommands,
    bool IsBotThere);

/// <summary>A person or thing with a name.</summary>
internal sealed record Named(string Id, string Name);

/// <summary>A server.</summary>
internal sealed record GuildItem(string Id, string Name, IReadOnlyList<ChannelItem> Channels);

/// <summary>A channel or thread in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; for direct messages, the other person's name.</param>
/// <param name="ParentId">For a thread: the channel it belongs to.</param>
/// <param name="IsDirect">Whether it is for direct messages.</param>
/// <param name="IsClosed">Whether nobody can write in it: an archived, locked thread.</param>
/// <param name="LastId">The id of its latest message.</param>
internal sealed record ChannelItem(string Id, string Name, string? ParentId, bool IsDirect, bool IsClosed, string? LastId)
{
    /// <summary>The name with its sign: <c>#review</c>, <c>@FactBot</c>, or a thread's bare name.</summary>
    public string Title => IsDirect ? $"@{Name}" : ParentId is null ? $"#{Name}" : Name;
}

/// <summary>A member of the server, in the group of their highest role.</summary>
internal sealed record MemberItem(string Id, string Name, string Group, bool IsBot);

/// <summary>A message as it was when it was read.</summary>
/// <param name="Raw">As stored, to detect changes.</param>
/// <param name="Json">As Discord would send it.</param>
/// <param name="Command">The command it answers.</param>
/// <param name="IsEphemeral">Whether only one person sees it.</param>
/// <param name="At">When it was read: the addresses of files are valid for a day from then.</param>
public sealed record ShownMessage(JsonObject Raw, JsonObject Json, string? Command, bool IsEphemeral, DateTimeOffset At)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = Raw.Text("id")!;

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; } = DateTimeOffset.Parse(Raw.Text("timestamp")!, CultureInfo.InvariantCulture);
}
