using System.Globalization;
using FactBot.Domain;
using FactBot.Domain.Evidence;
using FactBot.Text.Characters;

namespace FactBot.Chat;

/// <summary>A request to the bot. Slash commands, buttons and submitted forms all arrive as the same kind of request.</summary>
public sealed record Request
{
    private const int WorthKeeping = 10;

    private readonly Dictionary<string, object?> fetched = [];

    /// <summary>Unique per action of a person; requests with the same id are carried out once.</summary>
    public required string Id { get; init; }

    /// <summary>The command's full name, such as <c>claim submit</c>.</summary>
    public required string Command { get; init; }

    public required TeamId Team { get; init; }

    public required Person Person { get; init; }

    /// <summary>The values given so far, by option name; several values of one option are given one per line.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The files given, by option name.</summary>
    public IReadOnlyDictionary<string, AttachedFile> Files { get; init; } = new Dictionary<string, AttachedFile>();

    /// <summary>The people named by options, with their current roles.</summary>
    public IReadOnlyDictionary<PersonId, Person> People { get; init; } = new Dictionary<PersonId, Person>();

    /// <summary>The message that a message command was used on.</summary>
    public PointedMessage? Message { get; init; }

    /// <summary>Whether it comes from a submitted form: the chat can't answer a form with another one.</summary>
    public bool IsFilledForm { get; init; }

    /// <summary>Limits concurrent handlers; the request holds one slot while being handled. Null if there's no limit.</summary>
    public SemaphoreSlim? Handlers { get; init; }

    /// <summary>
    /// Returns the option's value, trimmed, without invisible characters or direction overrides; null if it is missing or
    /// blank.
    /// </summary>
    public string? FindText(string option) =>
        Options.TryGetValue(option, out var value) && CleanText.Of(value) is { Length: > 0 } text ? text : null;

    /// <summary>Returns the values of an option that allows several; none if it is missing.</summary>
    public IReadOnlyList<string> FindTexts(string option) =>
        FindText(option)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Returns the option's value; refuses if it is missing.</summary>
    public string GetText(string option) =>
        FindText(option) ?? throw new DeskRuleException($"Please give **{option}**; it was left empty.");

    /// <summary>Returns the option's value, trimmed; null if it is missing. Refuses if it is too long.</summary>
    public string? FindText(string option, int maxLength)
    {
        var text = FindText(option);
        return text is null || text.Length <= maxLength
            ? text
            : throw new DeskRuleException(
                $"**{option}** is {text.Length:N0} characters long; at most {maxLength:N0} fit, so please shorten it.");
    }

    /// <summary>
    /// Returns the option's value on one line, such as a name, so that it can't pose as further lines of a list; null if it is
    /// missing. Refuses if it is too long.
    /// </summary>
    public string? FindLine(string option, int maxLength) =>
        FindText(option, maxLength) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Returns the option's value, trimmed; refuses if it is missing or too long.</summary>
    public string GetText(string option, int maxLength) => FindText(option, maxLength) ?? GetText(option);

    /// <summary>
    /// Fetches something external once per request: when the command is retried, others wait for it to save, and shouldn't
    /// have to wait for the network. Releases the request's handler slot during the fetch.
    /// </summary>
    public async Task<T> OnceAsync<T>(string what, Func<Task<T>> fetchAsync)
    {
        if (!fetched.TryGetValue(what, out var found))
        {
            Handlers?.Release();
            try
            {
                fetched[what] = found = await fetchAsync();
            }
            finally
            {
                await (Handlers?.WaitAsync() ?? Task.CompletedTask);
            }
        }

        return (T)found!;
    }

    /// <summary>Returns what the person wrote into a form, as a text to give back; null if nothing is worth returning.</summary>
    public string? FindWritten()
    {
        var written = IsFilledForm ? Options.Where(o => o.Value.Length > WorthKeeping).ToList() : [];
        return written.Count == 0 ? null : string.Join("\n\n", written.Select(o => $"{o.Key}:\n{o.Value}")) + "\n";
    }

    /// <summary>Returns the option's value as a number; refuses if it isn't one.</summary>
    public int GetNumber(string option) =>
        int.TryParse(GetText(option).TrimStart('#'), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DeskRuleException($"**{option}** must be a number; you gave “{Clip.To(GetText(option), 40)}”.");

    /// <summary>Reads an enum value's name in any case, words joined by hyphens; null if missing. Refuses others.</summary>
    public T? FindOneOf<T>(string option)
        where T : struct, Enum
    {
        if (FindText(option) is not { } text)
        {
            return null;
        }

        var index = Array.FindIndex(Enum.GetNames<T>(), n => n.Equals(text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Enum.GetValues<T>()[index] : throw new DeskRuleException(
            $"“{Clip.To(text, 40)}” is no {option}; choose one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.");
    }

    /// <summary>Returns the person the option names; refuses if it names no one on this server.</summary>
    public Person GetPerson(string option) =>
        People.TryGetValue(new PersonId(GetId(option, "a person")), out var person)
            ? person
            : throw new DeskRuleException($"**{option}** must be somebody of this server; choose from the list.");

    /// <summary>Returns the id of the person the option names, even if they have left; refuses if it names no one.</summary>
    public PersonId GetPersonId(string option) => new(GetId(option, "a person"));

    /// <summary>Returns the channel the option names; refuses if it names none.</summary>
    public ChannelId GetChannel(string option) => new(GetId(option, "a channel"));

    /// <summary>Returns the role the option names; refuses if it names none.</summary>
    public RoleId GetRole(string option) => new(GetId(option, "a role"));

    private ulong GetId(string option, string kind) =>
        ulong.TryParse(GetText(option), out var id)
            ? id
            : throw new DeskRuleException($"**{option}** must be {kind}; choose one from the list.");
}
