using FactBot.Chat;
using FactBot.Domain;

namespace FactBot.Tests.Chat;

/// <summary>Something that can be pressed, chosen or filled in, as a person meets it.</summary>
/// <param name="Label">Its label's format, or its form's title's.</param>
/// <param name="Key">What it asks for; the same press has the same key.</param>
/// <param name="DoAsync">Presses it as somebody, and fills the form where one opens.</param>
internal sealed record Press(string Label, string Key, Func<Person, Task<Reply>> DoAsync)
{
    /// <summary>All that an answer, or the messages in the chat, have to press.</summary>
    public static IEnumerable<Press> In(TestDesk desk, Reply reply)
    {
        Card?[] cards = [reply.Card, .. desk.Chat.Messages.Select(m => m.Message.Card)];
        return
        [
            .. reply.Buttons.Concat(cards.SelectMany(c => c?.Buttons ?? [])).Select(b => Of(desk, b)),
            .. reply.Menus.Concat(cards.SelectMany(c => c?.Menus ?? [])).Select(m => Of(desk, m)),
        ];
    }

    /// <summary>A command that opens a form.</summary>
    public static Press Of(TestDesk desk, string command, params (string Name, string Value)[] options) =>
        new(command, KeyOf(command, options), person => desk.RunAsync(person, command, options));

    /// <summary>Fills a form as somebody would who has read no further than its labels.</summary>
    public static Task<Reply> FillAsync(TestDesk desk, Person person, Form form) =>
        desk.FillAsync(person, form, [.. form.Fields.Where(f => f.Kind != FormFieldKind.File).Select(f => (f.Name, ValueOf(f)))]);

    private static Press Of(TestDesk desk, Button button) =>
        new(button.Label.Format, KeyOf(button.Command, button.Options), person => desk.PressesAsync(person, button));

    private static Press Of(TestDesk desk, Menu menu)
    {
        var chosen = (menu.Option, menu.Kind switch
        {
            MenuKind.People => $"{desk.Chi.Id}",
            MenuKind.Roles => $"{TestDesk.Reviewers.Value}",
            MenuKind.Channels => $"{TestDesk.Review.Value}",
            _ => menu.Choices[0].Value,
        });
        return new(menu.Prompt.Format, KeyOf(menu.Command, [.. menu.Known, chosen]), person => desk.RunAsync(person, menu.Command, [.. menu.Known, chosen]));
    }

    private static string KeyOf(string command, (string Name, string Value)[] options) =>
        $"{command} {string.Join(' ', options.Select(o => $"{o.Name}:{o.Value}"))}";

    private static string ValueOf(FormField field) => field switch
    {
        { Choices: [var first, ..] } => first.Value,
        { Name: "url" } => "https://example.org/pressed",
        { Name: "parts" } => "The first part of it.\nThe second part of it.",
        { Name: "of" or "claim" } => "1",
        { Name: "quote" } => "Some words",
        { Name: "zone" or "time" } => field.Value!,
        _ => field.Value ?? "Some words that say something of the matter.",
    };
}
