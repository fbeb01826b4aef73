using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Text.Characters;

namespace FactBot.Host.Chat;

/// <summary>
/// Renders a card as an embed, and its buttons as rows. Text beyond Discord's limits is cut so that a post is never refused
/// for its length.
/// </summary>
/// <remarks>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</remarks>
internal static class CardRenderer
{
    private const int MaxTitle = 256;
    private const int MaxText = 4096;
    private const int MaxFields = 25;
    private const int MaxFieldName = 256;
    private const int MaxFieldValue = 1024;
    private const int MaxFooter = 2048;
    private const int MaxTotal = 6000;
    private const int ButtonsInARow = 5;

    public static Embed EmbedOf(Card card)
    {
        var title = Cut(Markdown.Of(card.Title), MaxTitle);
        var footer = card.Footer is null ? null : Cut(Markdown.Plain(card.Footer), MaxFooter);
        var room = MaxTotal - title.Length - (footer?.Length ?? 0);
        var text = card.Text is null ? null : Cut(Markdown.Of(card.Text), Math.Min(MaxText, room));
        room -= text?.Length ?? 0;
        var fields = new List<EmbedField>();
        foreach (var field in card.Fields.SelectMany(Spread))
        {
            var value = Cut(field.Value, room - field.Name.Length);
            if (value.Length == 0 || fields.Count == MaxFields)
            {
                break;
            }

            fields.Add(field with { Value = value });
            room -= field.Name.Length + value.Length;
        }

        return new Embed
        {
            Title = title,
            Description = text,
            Color = ColourOf(card.Tone),
            Fields = fields,
            Footer = footer is null ? null : new EmbedFooter { Text = footer },
        };
    }

    public static IReadOnlyList<Component> RowsOf(IReadOnlyList<Menu> menus, IReadOnlyList<Button> buttons) =>
    [
        .. menus.Select(MenuRenderer.RowOf),
        .. buttons.Chunk(ButtonsInARow).Select(row => new Component
        {
            Type = ComponentType.ActionRow, Components = [.. row.Select(ButtonOf)],
        }),
    ];

    /// <summary>
    /// Cuts rendered text to a length. It keeps whole lines and says how many are left out, unless not even the first one fits.
    /// This way no link is cut in half.
    /// </summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var lines = text.Split('\n');
        var kept = lines.Length;
        var size = text.Length;
        while (kept > 0 && size + RestOf(lines.Length - kept).Length > length)
        {
            kept--;
            size -= lines[kept].Length + 1;
        }

        return kept > 0 ? string.Join('\n', lines[..kept]) + RestOf(lines.Length - kept)
            : length <= 1 ? ""
            : Clip.Cut(text, length - 1).TrimEnd('\\') + "…";
    }

    /// <summary>Returns one field, or several if its text is too long for one.</summary>
    private static IEnumerable<EmbedField> Spread(CardField field)
    {
        var name = Cut(Markdown.Of(field.Name), MaxFieldName);
        var rest = Markdown.Of(field.Value);
        while (rest.Length > MaxFieldValue && rest.LastIndexOf('\n', MaxFieldValue) is > 0 and var end)
        {
            yield return new EmbedField { Name = name, Value = rest[..end] };
            (name, rest) = ("…", rest[(end + 1)..]);
        }

        yield return new EmbedField { Name = name, Value = Cut(rest, MaxFieldValue), Inline = field.IsShort };
    }

    private static string RestOf(int lines) => lines == 0 ? "" : $"\n… and {Count.Of(lines, "line")} more";

    private static Component ButtonOf(Button button) => new()
    {
        Type = ComponentType.Button,
        Label = Markdown.Plain(button.Label),
        Style = button.Look switch
        {
            ButtonLook.Main => (int)ButtonStyle.Primary,
            ButtonLook.Good => (int)ButtonStyle.Success,
            ButtonLook.Danger => (int)ButtonStyle.Danger,
            _ => (int)ButtonStyle.Secondary,
        },
        CustomId = new CustomId(
            button.Command, button.TurnsPage, button.Options.ToDictionary(o => o.Name, o => o.Value)).ToString(),
    };

    private static int ColourOf(CardTone tone) => tone switch
    {
        CardTone.Waiting => 0xE0A100,
        CardTone.Active => 0x3B82F6,
        CardTone.Good => 0x2E9E5B,
        CardTone.Trouble => 0xD64545,
        _ => 0x7A7F87,
    };
}
