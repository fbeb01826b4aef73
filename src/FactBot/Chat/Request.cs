using System.Globalization;

namespace FactBot.Chat;

/// <summary>What somebody asks of the desk. A slash command, a button and a filled form are all the same request.</summary>
public sealed record Request
{
    private const int WorthKeeping = 10;

    private readonly Dictionary<string, object?> fetched = [];

    /// <summary>Unique per act of a person; what carries the same id twice is done once.</summary>
    public required string Id { get; init; }

    /// <summary>The command's whole name, such as <c>claim submit</c>.</summary>
    public required string Command { get; init; }

    public required TeamId Team { get; init; }

    public required Person Person { get; init; }

    /// <summary>The values given so far, by the names of the command's options; several of one option stand one on each line.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The files given, by the names of the command's options.</summary>
    public IReadOnlyDictionary<string, AttachedFile> Files { get; init; } = new Dictionary<string, AttachedFile>();

    /// <summary>The people whom options name, with the roles they have at this moment.</summary>
    public IReadOnlyDictionary<PersonId, Person> People { get; init; } = new Dictionary<PersonId, Person>();

    /// <summary>The message that a message command was used on.</summary>
    public PointedMessage? Message { get; init; }

    /// <summary>Whether a form was filled: the chat cannot answer a form with another one.</summary>
    public bool IsFilledForm { get; init; }

    /// <summary>The handlers' places, one of which the request holds while it is worked on; null where nobody counts them.</summary>
    public SemaphoreSlim? Handlers { get; init; }

    /// <summary>
    /// The option's value, trimmed, without characters that nobody sees or that turn the text around; null where it is
    /// missing or blank.
    /// </summary>
    public string? FindText(string option) =>
        Options.TryGetValue(option, out var value) && CleanText.Of(value) is { Length: > 0 } text ? text : null;

    /// <summary>The values of an option of which several can be chosen; none where it is missing.</summary>
    public IReadOnlyList<string> FindTexts(string option) =>
        FindText(option)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The option's value; a refusal where it is missing.</summary>
    public string GetText(string option) =>
        FindText(option) ?? throw new DeskRuleException($"Please give **{option}**; it was left empty.");

    /// <summary>The option's value, trimmed; null where it is missing, a refusal where it is too long.</summary>
    public string? FindText(string option, int maxLength)
    {
        var text = FindText(option);
        return text is null || text.Length <= maxLength
            ? text
            : throw new DeskRuleException(
                $"**{option}** is {text.Length:N0} characters long; at most {maxLength:N0} fit, so please shorten it.");
    }

    /// <summary>
    /// The option's value on one line, such as a name, so that it can't pass for further lines of a list; null where it is missing, a
    /// refusal where it is too long.
    /// </summary>
    public string? FindLine(string option, int maxLength) =>
        FindText(option, maxLength) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>The option's value, trimmed; a refusal where it is missing or too long.</summary>
    public string GetText(string option, int maxLength) => FindText(option, maxLength) ?? GetText(option);

    /// <summary>
    /// Fetches something from outside once for the request: where the command is tried again, others wait for it to save,
    /// and nobody is to wait for the network. Meanwhile its handler's place is free for others.
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

    /// <summary>What the person wrote into a form, as a text to give back; null where there is nothing worth it.</summary>
    public string? FindWritten()
    {
        var written = IsFilledForm ? Options.Where(o => o.Value.Length > WorthKeeping).ToList() : [];
        return written.Count == 0 ? null : string.Join("\n\n", written.Select(o => $"{o.Key}:\n{o.Value}")) + "\n";
    }

    /// <summary>The number that the option gives; a refusal where it gives none.</summary>
    public int GetNumber(string option) =>
        int.TryParse(GetText(option).TrimStart('#'), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DeskRuleException($"**{option}** must be a number; you gave “{Clip.To(GetText(option), 40)}”.");

    /// <summary>One of an enum's values by its name in any case, words joined by hyphens; null where the option is missing, a refusal for another.</summary>
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

    /// <summary>The person whom the option names; a refusal where it names none who is here.</summary>
    public Person GetPerson(string option) =>
        People.TryGetValue(new PersonId(GetId(option, "a person")), out var person)
            ? person
            : throw new DeskRuleException($"**{option}** must be somebody of this server; choose from the list.");

    /// <summary>The person whom the option names, also one who has left; a refusal where it names none.</summary>
    public PersonId GetPersonId(string option) => new(GetId(option, "a person"));

    /// <summary>The channel which the option names; a refusal where it names none.</summary>
    public ChannelId GetChannel(string option) => new(GetId(option, "a channel"));

    /// <summary>The role which the option names; a refusal where it names none.</summary>
    public RoleId GetRole(string option) => new(GetId(option, "a role"));

    private ulong GetId(string option, string kind) =>
        ulong.TryParse(GetText(option), out var id)
            ? id
            : throw new DeskRuleException($"**{option}** must be {kind}; choose one from the list.");
}
