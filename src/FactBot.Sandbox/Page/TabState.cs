using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;
using FactBot.Sandbox.Discord.Interactions;
using NodaTime;

namespace FactBot.Sandbox.Page;

/// <summary>The state of a tab: the person, the open channel, and anything begun. Used only on the tab's own thread.</summary>
internal sealed class TabState(SandboxParts parts)
{
    /// <summary>How many more messages each look back shows, as in Discord's own app.</summary>
    public const int Page = 50;

    /// <summary>The maximum number of messages shown; looking back farther drops the latest ones.</summary>
    public const int Farthest = 150;

    /// <summary>Raised when the tab has to be rendered again.</summary>
    public event Action? Changed;

    public string PersonId { get; private set; } = "";

    public string ChannelId { get; private set; } = "";

    /// <summary>How many messages are shown.</summary>
    public int Reach { get; private set; } = Page;

    /// <summary>The last message shown while looking back; null if that is always the latest.</summary>
    public string? Until { get; private set; }

    /// <summary>Ephemeral messages that were dismissed.</summary>
    public HashSet<string> Dismissed { get; } = [];

    /// <summary>What failed, and what is still being sent.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>The open form.</summary>
    public Form? Form { get; private set; }

    /// <summary>The command being filled in.</summary>
    public CommandDraft? Draft { get; private set; }

    /// <summary>The time zone of the person's browser.</summary>
    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    /// <summary>What the tab shows; null before it is first read.</summary>
    public View? View { get; private set; }

    /// <summary>Raised when a command or form was answered, with the command's name: the tour continues.</summary>
    public event Action<string, Answer>? Answered;

    public void Look()
    {
        var isBotThere = parts.Presence is { IsAtWork: true, IsSceneOver: true };
        lock (parts.World.Gate)
        {
            View = PersonView.At(parts.World, isBotThere, this);
        }
    }

    /// <summary>Switches to a person and channel, both by id or name; by default Fay in the first channel.</summary>
    public void SitDown(string? person, string? channel)
    {
        lock (parts.World.Gate)
        {
            var people = parts.World.State.People.FindAll(one => !one.Bot);
            var places = parts.World.State.Channels;
            PersonId = (people.Find(one => one.Id == person || Same(one.Name, person))
                ?? people.Find(one => one.Name == "Fay") ?? people[0]).Id;
            ChannelId = (places.Find(one => one.Id == channel)
                ?? places.Find(one => one.GuildId is not null && Same(one.Name, channel)) ?? places[0]).Id;
        }

        (Reach, Until) = (Page, null);
        Draft = null;
        Form = null;
        Tell();
    }

    public void Open(string channelId) => SitDown(PersonId, channelId);

    public void LookBack()
    {
        if (Reach < Farthest)
            Reach += Page;
        else if (View is { Earlier: > 0 } view)
            Until = view.Messages[^(Page + 1)].Id;
        Tell();
    }

    /// <summary>Shows later messages again after a look back.</summary>
    public void LookAhead()
    {
        lock (parts.World.Gate)
        {
            Until = PersonView.FindLater(parts.World, this, Page);
        }

        Tell();
    }

    /// <summary>Shows the latest messages, as an app does when the person writes one.</summary>
    public void Return()
    {
        if (Until is null)
            return;
        (Reach, Until) = (Page, null);
        Tell();
    }

    public void Dismiss(string messageId)
    {
        Dismissed.Add(messageId);
        Tell();
    }

    /// <summary>Finds a command to fill in by its full name; null if the person may not use it here.</summary>
    public CommandDraft? FindCommand(string name)
    {
        lock (parts.World.Gate)
        {
            return PersonView.CommandsOf(parts.World, ChannelId, PersonId, type: 1).FirstOrDefault(one => one.Name == name) is { } command
                ? new CommandDraft(command)
                : null;
        }
    }

    public void Begin(CommandDraft? draft)
    {
        Draft = draft;
        Tell();
    }

    public void Show(Form? form)
    {
        Form = form;
        Tell();
    }

    public void TellAnswered(string command, Answer answer) => Answered?.Invoke(command, answer);

    public void Tell() => Changed?.Invoke();

    private static bool Same(string name, string? given) => name.Equals(given, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A line of the app's own below a channel or message: still sending, or failed.</summary>
internal sealed record Note(string ChannelId, string PersonId, string? MessageId, string Text, bool IsFailure);

/// <summary>A command being filled in.</summary>
internal sealed class CommandDraft(CommandItem command)
{
    public CommandItem Command => command;

    /// <summary>The text shown in each option, by name.</summary>
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>The value chosen from a list, which is sent instead of the text.</summary>
    public Dictionary<string, string> Chosen { get; } = [];

    /// <summary>Files by option: name and content.</summary>
    public Dictionary<string, (string Name, byte[] Content)> Files { get; } = [];

    /// <summary>Completes when the last chosen file has been read; the command waits for it.</summary>
    public Task Reading { get; set; } = Task.CompletedTask;

    /// <summary>The optional options that were added.</summary>
    public List<string> Added { get; } = [];

    public JsonObject Options => new(Texts.Where(pair => pair.Value.Length > 0).Select(pair =>
        KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(Chosen.GetValueOrDefault(pair.Key, pair.Value)))));
}
