using Discord;
using FactBot.DiscordNet.Rest;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Interactions;

/// <summary>
/// Shows a form with what Discord.Net 3.16 supports in modals, which is only text inputs. Choices are typed, with the options
/// shown as a hint. A form that is a single list becomes a select on a message, and file uploads are left out.
/// </summary>
internal static class FormWriting
{
    private const string SelectPrefix = "choose";
    private const int MaxLabel = 45;

    /// <summary>Returns the fields that can be shown, under their labels.</summary>
    public static IReadOnlyList<Wire.Component> LabelsOf(Wire.InteractionResponseData form) =>
        [.. (form.Components ?? []).Where(c => c.Child is { Type: not Wire.ComponentType.FileUpload })];

    /// <summary>Returns the select that stands for the whole form; null if there can't be one.</summary>
    public static MessageComponent? FindSelect(Wire.InteractionResponseData form) =>
        LabelsOf(form) is [{ Child: { Type: Wire.ComponentType.StringSelect } select } label]
        && $"{SelectPrefix}/{select.CustomId}/{form.CustomId}" is { Length: <= ComponentBuilder.MaxCustomIdLength } id
            ? new ComponentBuilder().WithSelectMenu(ComponentWriting.SelectOf(select with { Placeholder = label.Label }, id)).Build()
            : null;

    /// <summary>Returns the field and form that a select stands for; null for any other select.</summary>
    public static (string Field, string Form)? FindForm(string customId) =>
        customId.Split('/', 3) is [SelectPrefix, var field, var form] ? (field, form) : null;

    public static Modal ModalOf(Wire.InteractionResponseData form)
    {
        var note = (form.Components ?? []).FirstOrDefault(c => c.Type == Wire.ComponentType.TextDisplay)?.Content;
        var modal = new ModalBuilder(form.Title, form.CustomId);
        foreach (var (number, label) in LabelsOf(form).Index())
        {
            modal.AddTextInput(TextOf(label, number == 0 ? note : null), number);
        }

        return modal.Build();
    }

    private static TextInputBuilder TextOf(Wire.Component label, string? note)
    {
        var input = label.Child!;
        var choices = ChoicesOf(input);
        var hint = choices ?? label.Description ?? note;
        var isText = input.Type == Wire.ComponentType.TextInput;
        return new TextInputBuilder(
            $"{label.Label} ({choices})" is { Length: <= MaxLabel } whole && choices is not null ? whole : label.Label,
            input.CustomId,
            isText ? (TextInputStyle)input.Style!.Value : TextInputStyle.Short,
            hint is null ? null : ComponentWriting.Shorten(hint, TextInputBuilder.MaxPlaceholderLength),
            maxLength: isText ? input.MaxLength : null,
            required: input.Type == Wire.ComponentType.Checkbox ? false : input.Required,
            value: isText ? input.Value : ChosenOf(input));
    }

    private static string? ChoicesOf(Wire.Component input) =>
        input.Type == Wire.ComponentType.Checkbox ? "yes or no"
        : input.Options is { } options ? string.Join(", ", options.Select(o => o.Label))
        : null;

    private static string? ChosenOf(Wire.Component input) =>
        input.Type == Wire.ComponentType.Checkbox ? (input.Default == true ? "yes" : "no")
        : input.Options?.FirstOrDefault(o => o.Default == true)?.Label;
}
