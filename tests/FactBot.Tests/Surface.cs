using FactBot.Chat;

namespace FactBot.Tests;

/// <summary>Every text that a person can read, or that a press of theirs sends, one after the other.</summary>
internal static class Surface
{
    public static IEnumerable<string> TextsOf(Reply reply) =>
    [
        $"{reply.Text}", reply.File?.Text ?? "",
        .. reply.Card is { } card ? TextsOf(card) : [], .. reply.Form is { } form ? TextsOf(form) : [],
        .. reply.Buttons.SelectMany(TextsOf),
    ];

    public static IEnumerable<string> TextsOf(PaperMessage message) =>
        [$"{message.Message.Text}", message.Thread ?? "", .. message.Message.Card is { } card ? TextsOf(card) : []];

    public static IEnumerable<string> TextsOf(Card card) =>
    [
        $"{card.Title}", $"{card.Text}", $"{card.Footer}", card.Picture?.AltText ?? "",
        .. card.Fields.Select(f => $"{f.Name}: {f.Value}"), .. card.Buttons.SelectMany(TextsOf),
    ];

    /// <summary>The choices of its fields are left out: they are the same before anybody chooses.</summary>
    public static IEnumerable<string> TextsOf(Form form) =>
    [
        $"{form.Title}", $"{form.Note}", .. form.Known.Select(k => k.Value),
        .. form.Fields.Select(f => $"{f.Label} {f.Hint} {f.Value}"),
    ];

    private static IEnumerable<string> TextsOf(Button button) => [$"{button.Label}", .. button.Options.Select(o => o.Value)];
}
