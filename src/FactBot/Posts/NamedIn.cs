using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Posts;

/// <summary>Finds the people and claims a message names, so that it can be found when one of them is erased.</summary>
internal static partial class NamedIn
{
    /// <summary>Returns names between spaces: ids of people (or anything of that length), and claims as <c>#12</c>.</summary>
    public static string Of(ChatMessage message) =>
        $" {string.Join(' ', TextsOf(message).SelectMany(t => Name().Matches(t)).Select(m => m.Value).Distinct())} ";

    private static IEnumerable<string> TextsOf(ChatMessage message) =>
    [
        $"{message.Text}", .. message.Buttons.SelectMany(TextsOf), .. message.Card is { } card ? TextsOf(card) : [],
    ];

    private static IEnumerable<string> TextsOf(Card card) =>
    [
        $"{card.Title}", $"{card.Text}", $"{card.Footer}", .. card.Fields.Select(f => $"{f.Name} {f.Value}"), .. card.Buttons.SelectMany(TextsOf),
    ];

    private static IEnumerable<string> TextsOf(Button button) => [$"{button.Label}", .. button.Options.Select(o => o.Value)];

    [GeneratedRegex(@"\d{15,20}|#\d+")]
    private static partial Regex Name();
}
