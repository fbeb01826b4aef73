using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Text.Characters;

namespace FactBot.Teams;

/// <summary>A rule a team can change.</summary>
/// <param name="Key">As people type it, such as <c>quorum</c>.</param>
/// <param name="Meaning">What it does, in a few words.</param>
/// <param name="Bounds">The values it takes, such as “1 to 9”.</param>
/// <param name="Read">Returns the current value, as people write it.</param>
/// <param name="Write">Sets a value as people write it; refuses if it is out of bounds.</param>
public sealed record Setting(string Key, string Meaning, string Bounds, Func<Team, string> Read, Action<Team, string> Write)
{
    /// <summary>The possible values, if there are few; empty for numbers.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public static Setting Number(
        string key, string meaning, (int From, int To) bounds, Func<Team, int> read, Action<Team, int> write) => new(
            key,
            meaning,
            string.Create(CultureInfo.InvariantCulture, $"{bounds.From} to {bounds.To:N0}"),
            team => read(team).ToString(CultureInfo.InvariantCulture),
            (team, text) => write(team, NumberIn(key, text, bounds)));

    public static Setting Switch(string key, string meaning, Func<Team, bool> read, Action<Team, bool> write) => new(
        key, meaning, "on or off", team => read(team) ? "on" : "off", (team, text) => write(team, IsOn(key, text)))
    {
        Values = ["on", "off"],
    };

    /// <summary>Creates a setting for an enum, with its values in lower case and hyphenated.</summary>
    public static Setting OneOf<T>(string key, string meaning, Func<Team, T> read, Action<Team, T> write)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(NameOf, value => value);
        return new(
            key,
            meaning,
            string.Join(", ", names.Keys),
            team => NameOf(read(team)),
            (team, text) => write(team, names.TryGetValue(text.Trim().ToLowerInvariant(), out var value)
                ? value
                : throw new DeskRuleException($"**{key}** is one of {string.Join(", ", names.Keys)}; you gave “{Clip.To(text, 40)}”.")))
        {
            Values = [.. names.Keys],
        };
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static int NumberIn(string key, string text, (int From, int To) bounds) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= bounds.From && number <= bounds.To
            ? number
            : throw new DeskRuleException($"**{key}** is a number from {bounds.From} to {bounds.To:N0}; you gave “{Clip.To(text, 40)}”.");

    private static bool IsOn(string key, string text) => text.Trim().ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => true,
        "off" or "no" or "false" => false,
        _ => throw new DeskRuleException($"**{key}** is on or off; you gave “{Clip.To(text, 40)}”."),
    };
}
