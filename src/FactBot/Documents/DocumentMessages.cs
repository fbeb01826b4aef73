using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Documents;

/// <summary>A document sent to the process that reads it: a fetched page, or a file.</summary>
/// <param name="Page">The page; null for a file.</param>
/// <param name="FileName">The file's name as its owner gave it; null for a page.</param>
/// <param name="Bytes">The file's content.</param>
/// <param name="Seconds">How much processor time it may use; 0 for no limit.</param>
internal sealed record DocumentRequest(FetchedPage? Page, string? FileName, byte[]? Bytes, int Seconds);

/// <summary>The result of reading a document: the text, a refusal for people, or a fault.</summary>
/// <param name="Page">The readable content.</param>
/// <param name="Refusal">Why it can't be read.</param>
/// <param name="Fault">The kind of failure that ended the reading and where it arose, without any document content.</param>
internal sealed record DocumentAnswer(ReadablePage? Page, SentWords? Refusal, string? Fault);

/// <summary>Words as they are sent between processes.</summary>
internal sealed record SentWords(string Format, IReadOnlyList<SentArgument> Arguments)
{
    public static SentWords Of(Words words) => new(words.Format, [.. words.Arguments.Select(SentArgument.Of)]);

    public Words ToWords() => Words.Of(Format, Arguments.Select(a => a.ToValue()));
}

/// <summary>An argument of such words: other words, the name of a command, or a text.</summary>
internal sealed record SentArgument(SentWords? Words, string? Command, string? Text)
{
    public static SentArgument Of(WordsArgument argument) => argument.Value switch
    {
        Words words => new(SentWords.Of(words), null, null),
        CommandName command => new(null, command.Name, null),
        IFormattable value => new(null, null, value.ToString(argument.Style, System.Globalization.CultureInfo.InvariantCulture)),
        var value => new(null, null, value?.ToString()),
    };

    public object? ToValue() => Words is not null ? Words.ToWords() : Command is not null ? new CommandName(Command) : Text;
}
