namespace FactBot.Sandbox.Page;

/// <summary>People, roles and channels to choose from.</summary>
internal static class EntityChoices
{
    /// <param name="view">What the person sees.</param>
    /// <param name="select">Discord's type of the select: 5 users, 6 roles, 7 users and roles, 8 channels.</param>
    public static IReadOnlyList<Choice> Of(View view, long? select) => select switch
    {
        5 => [.. Named(view, "@", "@")],
        6 => [.. Named(view, "@&", "@")],
        7 => [.. Named(view, "@", "@"), .. Named(view, "@&", "@")],
        8 => [.. view.Guilds.SelectMany(guild => guild.Channels).Where(one => one.ParentId is null).Select(one => new Choice(one.Title, one.Id))],
        _ => [],
    };

    /// <summary>Returns the choices for Discord's type of a command option: 6 user, 7 channel, 8 role, 9 mentionable.</summary>
    public static IReadOnlyList<Choice> OfOption(View view, long? option) => Of(view, option switch
    {
        6 => 5,
        7 => 8,
        8 => 6,
        9 => 7,
        _ => null,
    });

    private static IEnumerable<Choice> Named(View view, string kind, string sign) => view.Names
        .Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal) && char.IsAsciiDigit(pair.Key[kind.Length]))
        .Select(pair => new Choice(sign + pair.Value, pair.Key[kind.Length..]));
}
