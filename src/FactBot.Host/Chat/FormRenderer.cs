using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Text.Characters;

namespace FactBot.Host.Chat;

/// <summary>Renders a form as a modal with labelled fields.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference#label</remarks>
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
        Child = InputOf(field, new Component { CustomId = field.Name, Required = field.IsRequired }),
    };

    private static Component InputOf(FormField field, Component input) => field.Kind switch
    {
        FormFieldKind.Choice => ChoicesOf(field, input) with { Type = ComponentType.StringSelect, MaxValues = field.Most },
        FormFieldKind.Radio => ChoicesOf(field, input) with { Type = ComponentType.RadioGroup },
        FormFieldKind.Boxes => ChoicesOf(field, input) with { Type = ComponentType.CheckboxGroup },
        FormFieldKind.Tick => input with { Type = ComponentType.Checkbox, Required = null, Default = field.Value == "true" },
        FormFieldKind.Person => input with { Type = ComponentType.UserSelect, MaxValues = field.Most },
        FormFieldKind.Role => input with { Type = ComponentType.RoleSelect, MaxValues = field.Most },
        FormFieldKind.PersonOrRole => input with { Type = ComponentType.MentionableSelect, MaxValues = field.Most },
        FormFieldKind.Channel => input with { Type = ComponentType.ChannelSelect, MaxValues = field.Most },
        FormFieldKind.File => input with { Type = ComponentType.FileUpload },
        FormFieldKind.Paragraph => TextOf(field, input, TextInputStyle.Paragraph),
        _ => TextOf(field, input, TextInputStyle.Short),
    };

    private static Component TextOf(FormField field, Component input, TextInputStyle style) => input with
    {
        Type = ComponentType.TextInput,
        Style = (int)style,
        MaxLength = field.MaxLength,
        Value = field.Value,
    };

    private static Component ChoicesOf(FormField field, Component input) =>
        input with { Options = MenuRenderer.OptionsOf(field.Choices, field.Value) };
}
