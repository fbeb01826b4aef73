namespace FactBot.Sandbox.Page;

/// <summary>Finds the commands that the typed text may mean.</summary>
internal static class CommandSearch
{
    /// <summary>Returns commands whose name begins with the text, then those with each of its words in their name.</summary>
    public static IReadOnlyList<CommandItem> Find(IReadOnlyList<CommandItem> commands, string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. commands.Where(command => words.All(word => command.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(command => command.Name.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase) ? 0 : 1),
        ];
    }
}
