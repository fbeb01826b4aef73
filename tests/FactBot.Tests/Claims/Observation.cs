using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Tests.Claims;

/// <summary>All that somebody can see of a reply or a post, as text to compare between two desks.</summary>
/// <remarks>
/// Hashes are masked: each entry of the trail has a salt of its own, so no two desks ever show the same, whatever was done.
/// That a vote's own hash cannot be told from its rating is a test of its own.
/// </remarks>
internal static partial class Observation
{
    public static string Of(Reply reply) => Mask(string.Join('\n',
    [
        reply.IsRefusal ? "refused" : "answered", $"{reply.Text}", $"{reply.File?.Name} {reply.File?.Text}",
        .. reply.Card is { } card ? PartsOf(card) : [],
        .. reply.Form is { } form ? PartsOf(form) : [],
        .. reply.Buttons.Select(PartOf), .. reply.Menus.Select(PartOf),
    ]));

    /// <summary>What stands in the chat: each message in its channel, how often it was edited and whom it pinged.</summary>
    public static IReadOnlyList<string> Of(PaperChat chat)
    {
        // Ids are counted as posts come, which queues do side by side.
        var cards = chat.Messages.Where(m => m.Message.Card is not null).ToDictionary(m => m.Id.Value, m => $"card {m.Card.Title}".Split('·')[0]);
        var names = chat.Messages.GroupBy(m => m.Channel).SelectMany(c => c.Select((m, i) => (m, i))).ToDictionary(
            m => m.m.Id.Value, m => cards.GetValueOrDefault(m.m.Id.Value) ?? $"message {m.i} of {cards.GetValueOrDefault(m.m.Channel.Value) ?? $"{m.m.Channel.Value}"}");
        return
        [
            .. chat.Messages.Select(m => NameIds(Mask(string.Join('\n',
            [
                $"in {m.Channel.Value}", $"edited {m.Edits}", m.Thread ?? "", $"{m.Message.Text}",
                $"pings {string.Join(' ', m.Message.Pings)} {m.Message.PingedRole}",
                .. m.Message.Card is { } card ? PartsOf(card) : [],
                .. m.Message.Buttons.Select(PartOf),
            ])), names)).Order(StringComparer.Ordinal),
        ];
    }

    public static string Of(IEnumerable<Choice> choices) => string.Join('\n', choices.Select(c => $"{c.Name}={c.Value}"));

    /// <summary>An export, without the rows whose ids and order are random.</summary>
    public static string Of(JsonObject export)
    {
        export["tables"]!.AsObject().Remove("Posts");
        return Mask(export.ToJsonString());
    }

    public static string Mask(string text) => Hash().Replace(text, "#");

    private static string NameIds(string text, Dictionary<ulong, string> names) => Number().Replace(
        text, m => ulong.TryParse(m.Value, out var id) && names.TryGetValue(id, out var name) ? name : m.Value);

    private static IEnumerable<string> PartsOf(Card card) =>
    [
        $"{card.Title} ({card.Tone})", $"{card.Text}", $"{card.Footer}",
        .. card.Fields.Select(f => $"{f.Name}: {f.Value}"),
        .. card.Picture is { } picture ? [picture.AltText, LettersOf(picture.Png.Span)] : Array.Empty<string>(),
        .. card.Buttons.Select(PartOf), .. card.Menus.Select(PartOf),
    ];

    /// <summary>A hash without digits, so that neither ids nor hashes are looked for in it.</summary>
    private static string LettersOf(ReadOnlySpan<byte> bytes) =>
        string.Concat(SHA256.HashData(bytes).Select(b => $"{(char)('G' + (b / 16))}{(char)('G' + (b % 16))}"));

    private static IEnumerable<string> PartsOf(Form form) =>
    [
        $"{form.Title} {form.Note} {string.Join(' ', form.Known)}",
        .. form.Fields.Select(f => $"{f.Name} {f.Label} {f.Hint} {f.Value} {f.MaxLength} {string.Join(' ', f.Choices)}"),
    ];

    private static string PartOf(Button button) => $"[{button.Label}] {button.Command} {string.Join(' ', button.Options)} {button.Look}";

    private static string PartOf(Menu menu) => $"<{menu.Prompt}> {menu.Command} {menu.Option} {string.Join(' ', menu.Known)} {string.Join(' ', menu.Choices)}";

    [GeneratedRegex("(?<![0-9a-f])(?=[0-9]*[a-f])[0-9a-f]{8,64}(?![0-9a-f])|(?<=[·,|] )[0-9]{8,16}\\b")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\d{4,}")]
    private static partial Regex Number();
}
