using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Documents;

/// <summary>A document on its way to the process that reads it: a page that was fetched, or a file.</summary>
/// <param name="Page">The page; null for a file.</param>
/// <param name="FileName">The file's name as its owner gave it; null for a page.</param>
/// <param name="Bytes">What the file holds.</param>
/// <param name="Seconds">How much processor time it may take; 0 for no limit.</param>
internal sealed record DocumentRequest(FetchedPage? Page, string? FileName, byte[]? Bytes, int Seconds);

/// <summary>What came of reading it: the text, a refusal for people, or what broke.</summary>
/// <param name="Page">What a person reads of it.</param>
/// <param name="Refusal">Why it isn't read.</param>
/// <param name="Fault">The kind of failure that ended the reading and where it came from, without anything of the document.</param>
internal sealed record DocumentAnswer(ReadablePage? Page, SentWords? Refusal, string? Fault);

/// <summary>Words as they go from one process to another.</summary>
internal sealed record SentWords(string Format, IReadOnlyList<SentArgument> Arguments)
{
    public static SentWords Of(Words words) => new(words.Format, [.. words.Arguments.Select(SentArgument.Of)]);

    public Words ToWords() => Words.Of(Format, Arguments.Select(a => a.ToValue()));
}

/// <summary>One of their arguments: other words, the name of a command, or a text.</summary>
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
