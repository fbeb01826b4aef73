using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FactBot.Chat;

/// <summary>
/// Words shown to people: a format and its arguments, kept apart. What stands in the source is ours and may hold
/// markdown; every argument is data, and the chat shows it in its own way: a text escaped, an instant in the reader's
/// own time zone, a person as a mention that does not ping. The format is the key for a later translation.
/// </summary>
/// <remarks>
/// A string does not become words by itself: between two interpolated strings, <c>?:</c> and <c>switch</c> choose a string
/// unless one of them is cast to words, and the arguments would be lost.
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

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … where an argument stands; braces of the text are doubled.</summary>
    public string Format => format.ToString();

    /// <summary>The arguments, in the order of their numbers.</summary>
    public IReadOnlyList<WordsArgument> Arguments => arguments;

    /// <summary>A text of somebody's, which is shown as it is, never as markup.</summary>
    public static Words Of(string text) => $"{text}";

    /// <summary>Words again, of the format and the arguments that they had in another process.</summary>
    internal static Words Of(string format, IEnumerable<object?> arguments)
    {
        var words = new Words(0, 0);
        words.format.Append(format);
        words.arguments.AddRange(arguments.Select(a => new WordsArgument(a, null)));
        return words;
    }

    /// <summary>Several words, one after the other, each of them whole.</summary>
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

    /// <summary>Called by the compiler for what stands between the holes.</summary>
    public void AppendLiteral(string value) =>
        format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Called by the compiler for a hole.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        this.format.Append('{').Append(arguments.Count).Append('}');
        arguments.Add(new WordsArgument(value, format));
    }

    /// <summary>The plain text, for logs of the desk's own words and for tests; people see the chat's rendering.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. Arguments.Select(PlainText)]);

    private static string? PlainText(WordsArgument argument) => argument switch
    {
        { Value: IFormattable value, Style: var style } and not { Value: DateTimeOffset } =>
            value.ToString(style, CultureInfo.InvariantCulture),
        _ => argument.Value?.ToString(),
    };
}

/// <summary>One hole's value, and the style written after its colon, such as <c>R</c> for a relative time.</summary>
public sealed record WordsArgument(object? Value, string? Style);
