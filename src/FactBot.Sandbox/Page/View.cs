using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Page;

/// <summary>What a person sees at one moment, read from the world under its gate and safe to show without it.</summary>
/// <param name="Now">The shared clock.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Channel">The channel that is open.</param>
/// <param name="Guilds">The servers with their channels.</param>
/// <param name="Members">Who is in the server, by role.</param>
/// <param name="Messages">The messages that are shown, oldest first.</param>
/// <param name="Earlier">How many there are before them.</param>
/// <param name="Later">How many there are after them.</param>
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

/// <summary>Somebody or something with a name.</summary>
internal sealed record Named(string Id, string Name);

/// <summary>A server.</summary>
internal sealed record GuildItem(string Id, string Name, IReadOnlyList<ChannelItem> Channels);

/// <summary>A channel or thread in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; the other's name in a direct message.</param>
/// <param name="ParentId">Of a thread: the channel it hangs under.</param>
/// <param name="IsDirect">Whether it is a direct message.</param>
/// <param name="IsClosed">Whether nobody can write: an archived thread that is locked.</param>
/// <param name="LastId">Its latest message.</param>
internal sealed record ChannelItem(string Id, string Name, string? ParentId, bool IsDirect, bool IsClosed, string? LastId)
{
    /// <summary>With its sign: <c>#review</c>, <c>@FactBot</c>, or a thread's bare name.</summary>
    public string Title => IsDirect ? $"@{Name}" : ParentId is null ? $"#{Name}" : Name;
}

/// <summary>A member of the server, in the group of their highest role.</summary>
internal sealed record MemberItem(string Id, string Name, string Group, bool IsBot);

/// <summary>A message as it stood when it was read.</summary>
/// <param name="Raw">As it is stored, to see whether it has changed.</param>
/// <param name="Json">As Discord would send it.</param>
/// <param name="Command">The command it answers.</param>
/// <param name="IsEphemeral">Whether only one person sees it.</param>
/// <param name="At">When it was read: addresses of files are good for a day from then.</param>
public sealed record ShownMessage(JsonObject Raw, JsonObject Json, string? Command, bool IsEphemeral, DateTimeOffset At)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = Raw.Text("id")!;

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; } = DateTimeOffset.Parse(Raw.Text("timestamp")!, CultureInfo.InvariantCulture);
}
