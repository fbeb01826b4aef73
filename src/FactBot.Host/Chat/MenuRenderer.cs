using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Text.Characters;

namespace FactBot.Host.Chat;

/// <summary>Renders a menu as a select in a row of its own.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference#string-select</remarks>
internal static class MenuRenderer
{
    private const int MaxPrompt = 150;
    private const int MaxName = 100;

    public static Component RowOf(Menu menu) => new() { Type = ComponentType.ActionRow, Components = [SelectOf(menu)] };

    /// <summary>Converts choices for a select, radio group or checkbox group.</summary>
    public static IReadOnlyList<SelectOption> OptionsOf(IReadOnlyList<Choice> choices, string? chosen = null) =>
    [
        .. choices.Select(c => new SelectOption
        {
            Label = Clip.To(c.Name, MaxName), Value = c.Value, Default = c.Value == chosen ? true : null,
        }),
    ];

    private static Component SelectOf(Menu menu) => new()
    {
        Type = menu.Kind switch
        {
            MenuKind.People => ComponentType.UserSelect,
            MenuKind.Roles => ComponentType.RoleSelect,
            MenuKind.PeopleAndRoles => ComponentType.MentionableSelect,
            MenuKind.Channels => ComponentType.ChannelSelect,
            _ => ComponentType.StringSelect,
        },
        CustomId = new CustomId(
            menu.Command, menu.TurnsPage, menu.Known.ToDictionary(k => k.Name, k => k.Value), menu.Option).ToString(),
        Placeholder = Clip.To(Markdown.Plain(menu.Prompt), MaxPrompt),
        MaxValues = menu.Most,
        // Only channels that messages can be posted in.
        ChannelTypes = menu.Kind == MenuKind.Channels ? [ChannelType.GuildText, ChannelType.GuildAnnouncement] : null,
        Options = menu.Kind == MenuKind.Choices ? OptionsOf(menu.Choices) : null,
    };
}
