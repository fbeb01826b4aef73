using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>Shows a form as a modal whose fields stand in labels.</summary>
internal static class FormRenderer
{
    private const int MaxTitle = 45;

    public static InteractionResponse ModalOf(Form form) => InteractionResponse.Modal(
        new CustomId(form.Command, TurnsPage: false, form.Known.ToDictionary(k => k.Name, k => k.Value)).ToString(),
        Clip.To(Markdown.Plain(form.Title), MaxTitle),
        [.. NoteOf(form), .. form.Fields.Select(LabelOf)]);

    private static IEnumerable<Component> NoteOf(Form form) => form.Note is null
        ? []
        : [new Component { Type = ComponentType.TextDisplay, Content = Markdown.Of(form.Note) }];

    private static Component LabelOf(FormField field) => new()
    {
        Type = ComponentType.Label,
        Label = Markdown.Plain(field.Label),
        Description = field.Hint is null ? null : Markdown.Plain(field.Hint),
        Child = field.Kind == FormFieldKind.Choice ? SelectOf(field) : TextInputOf(field),
    };

    private static Component TextInputOf(FormField field) => new()
    {
        Type = ComponentType.TextInput,
        CustomId = field.Name,
        Style = field.Kind == FormFieldKind.Paragraph ? (int)TextInputStyle.Paragraph : (int)TextInputStyle.Short,
        Required = field.IsRequired,
        MaxLength = field.MaxLength,
        Value = field.Value,
    };

    private static Component SelectOf(FormField field) => new()
    {
        Type = ComponentType.StringSelect,
        CustomId = field.Name,
        Required = field.IsRequired,
        Options =
        [
            .. field.Choices.Select(c => new SelectOption
            {
                Label = c.Name, Value = c.Value, Default = c.Value == field.Value ? true : null,
            }),
        ],
    };
}
