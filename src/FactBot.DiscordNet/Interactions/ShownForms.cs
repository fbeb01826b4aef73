using System.Collections.Concurrent;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Interactions;

/// <summary>
/// Remembers the choices of the forms that people have open, to interpret the text they type instead of choosing. After a
/// restart, the text is taken literally, and FactBot refuses what it doesn't know.
/// </summary>
internal sealed class ShownForms
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(ulong Person, string Form), IReadOnlyList<Wire.Component>> fields = new();
    private readonly ConcurrentQueue<(ulong Person, string Form)> order = new();

    public void Keep(ulong person, string form, IEnumerable<Wire.Component> inputs)
    {
        if (!fields.ContainsKey((person, form)))
        {
            order.Enqueue((person, form));
        }

        fields[(person, form)] = [.. inputs];
        if (order.Count > Most && order.TryDequeue(out var oldest))
        {
            fields.TryRemove(oldest, out _);
        }
    }

    /// <summary>Returns what a typed text stands for: the choices it names, or the text itself.</summary>
    public Wire.Component Read(ulong person, string form, string field, string text)
    {
        var input = fields.GetValueOrDefault((person, form), []).FirstOrDefault(i => i.CustomId == field);
        var typed = new Wire.Component { Type = Wire.ComponentType.TextInput, CustomId = field, Value = text };
        return input switch
        {
            null or { Type: Wire.ComponentType.TextInput } => typed,
            { Type: Wire.ComponentType.Checkbox } => typed with { Value = IsYes(text) ? "true" : "false" },
            { Options: { } options } => typed with { Value = string.Join('\n', Split(input, text).Select(t => ValueOf(options, t))) },
            _ => typed with { Value = string.Join('\n', Split(input, text).Select(IdOf)) },
        };
    }

    private static string[] Split(Wire.Component input, string text) =>
        input.MaxValues > 1 || input.Type == Wire.ComponentType.CheckboxGroup
            ? text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [text.Trim()];

    private static string ValueOf(IReadOnlyList<Wire.SelectOption> options, string text) =>
        options.FirstOrDefault(o => Is(o.Value, text) || Is(o.Label, text))?.Value
        ?? (options.Where(o => o.Label.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only.Value : text);

    // <@1>, <@&1> and <#1> are Discord's notation for people, roles and channels.
    private static string IdOf(string text) => text.StartsWith('<') ? string.Concat(text.Where(char.IsAsciiDigit)) : text;

    private static bool IsYes(string text) => Is(text.Trim(), "yes") || Is(text.Trim(), "true");

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
