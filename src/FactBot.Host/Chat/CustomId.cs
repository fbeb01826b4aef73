namespace FactBot.Host.Chat;

/// <summary>
/// A request encoded in the id of a button, menu or form, in at most 100 characters: a version, how to answer, the command
/// and its options. This way they outlive restarts, and every kind of click is the same request as the command.
/// </summary>
/// <param name="Command">The command's full name.</param>
/// <param name="TurnsPage">Whether the answer replaces the clicked message.</param>
/// <param name="Options">The options already known.</param>
/// <param name="Chosen">For a menu, the option that receives the selection.</param>
internal sealed record CustomId(
    string Command, bool TurnsPage, IReadOnlyDictionary<string, string> Options, string? Chosen = null)
{
    // No option has this as its value: it would be escaped.
    private const string ToBeChosen = "?";
    private const int MaxLength = 100;
    private const string Version = "1";

    /// <exception cref="InvalidOperationException">The id would be longer than Discord allows.</exception>
    public override string ToString()
    {
        string[] parts =
        [
            Version,
            TurnsPage ? "page" : "",
            Command,
            .. Options.Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value)}"),
            .. Chosen is null ? Array.Empty<string>() : [$"{Chosen}={ToBeChosen}"],
        ];
        var id = string.Join('|', parts);
        return id.Length <= MaxLength
            ? id
            : throw new InvalidOperationException($"The custom id for {Command} has {id.Length} characters; {MaxLength} fit.");
    }

    /// <summary>Parses an id; null if it isn't ours or has another version.</summary>
    public static CustomId? Parse(string? text)
    {
        if (text?.Split('|') is not [Version, var answer, var command, .. var options])
        {
            return null;
        }

        var pairs = options.Select(o => o.Split('=', 2)).ToList();
        if (!pairs.TrueForAll(p => p.Length == 2) || pairs.DistinctBy(p => p[0]).Count() < pairs.Count)
        {
            return null;
        }

        var known = pairs.Where(p => p[1] != ToBeChosen).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        return new(command, answer == "page", known, pairs.Find(p => p[1] == ToBeChosen)?[0]);
    }
}
