using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FactBot.Chat;

/// <summary>
/// Words shown to people: a format and its arguments, kept apart. The literal parts come from the source code and may
/// hold markdown. Every argument is data, and the chat renders it in its own way: a text escaped, an instant in the
/// reader's time zone, a person as a mention that doesn't ping. The format is the key for a later translation.
/// </summary>
/// <remarks>
/// There is no conversion from string: between two interpolated strings, <c>?:</c> and <c>switch</c> choose string
/// unless one of them is cast to <see cref="Words"/>, and the arguments would be lost.
/// </remarks>
[InterpolatedStringHandler]
public sealed class Words
{
    private readonly StringBuilder format;
    private readonly List<WordsArgument> arguments;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Words(int literalLength, int formattedCount)
    {
        format = new StringBuilder(literalLength + (formattedCount * 3));
        arguments = new List<WordsArgument>(formattedCount);
    }

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … in place of the arguments; literal braces are doubled.</summary>
    public string Format => format.ToString();

    /// <summary>The arguments, in the order of their numbers.</summary>
    public IReadOnlyList<WordsArgument> Arguments => arguments;

    /// <summary>Wraps a text written by a person, which is shown literally, never as markup.</summary>
    public static Words Of(string text) => $"{text}";

    /// <summary>Joins several words with a separator, keeping each one intact.</summary>
    public static Words Join(string separator, IEnumerable<Words> parts)
    {
        var joined = new Words(0, 0);
        foreach (var part in parts)
        {
            if (joined.arguments.Count > 0)
            {
                joined.AppendLiteral(separator);
            }

            joined.AppendFormatted(part);
        }

        return joined;
    }

    /// <summary>Called by the compiler for the text between the holes.</summary>
    public void AppendLiteral(string value) =>
        format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Called by the compiler for a hole.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        this.format.Append('{').Append(arguments.Count).Append('}');
        arguments.Add(new WordsArgument(value, format));
    }

    /// <summary>Returns plain text, for logging the bot's own words and for tests; people see the chat's rendering.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. Arguments.Select(PlainText)]);

    private static string? PlainText(WordsArgument argument) => argument switch
    {
        { Value: IFormattable value, Style: var style } and not { Value: DateTimeOffset } =>
            value.ToString(style, CultureInfo.InvariantCulture),
        _ => argument.Value?.ToString(),
    };
}

/// <summary>The value of a hole, and the format after its colon, such as <c>R</c> for a relative time.</summary>
public sealed record WordsArgument(object? Value, string? Style);
