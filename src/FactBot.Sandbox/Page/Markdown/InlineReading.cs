using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Page.Markdown;

/// <summary>Parses the pieces of a line in a single pass, with styles nested to a depth that no genuine text has.</summary>
internal sealed partial class InlineReading
{
    private const int Deepest = 12;

    private static readonly (string Mark, InlineStyle Style)[] Marks =
    [
        ("**", InlineStyle.Bold), ("__", InlineStyle.Underline), ("~~", InlineStyle.Struck), ("||", InlineStyle.Spoiler),
        ("*", InlineStyle.Italic), ("_", InlineStyle.Italic),
    ];

    private readonly string text;
    private readonly int depth;
    private readonly List<Inline> pieces = [];
    private readonly StringBuilder plain = new();

    // Marks known to have no closing counterpart, so that a text full of them isn't searched again for each.
    private readonly HashSet<string> unclosed = [];

    private InlineReading(string text, int depth) => (this.text, this.depth) = (text, depth);

    public static IReadOnlyList<Inline> Read(string text) => Read(text, depth: 0);

    private static List<Inline> Read(string text, int depth)
    {
        if (depth > Deepest)
            return [new PlainText(text)];
        var reading = new InlineReading(text, depth);
        for (var at = 0; at < text.Length;)
            at = reading.Take(at);
        reading.EndPlain();
        return reading.pieces;
    }

    /// <summary>Reads one piece and returns the position of the next.</summary>
    private int Take(int at) => text[at] switch
    {
        '\\' when at + 1 < text.Length && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])) => Keep(at + 1, 1),
        '\n' => Add(new LineBreak(), at + 1),
        '`' => TakeCode(at),
        '[' => TakeMaskedLink(at),
        '<' => TakeTag(at),
        'h' => TakeAddress(at),
        '*' or '_' or '~' or '|' => TakeStyle(at),
        _ => Keep(at, 1),
    };

    private int TakeCode(int at)
    {
        var fence = new string('`', text.AsSpan(at).IndexOfAnyExcept('`') is var run and > 0 ? run : text.Length - at);
        var start = at + fence.Length;
        var end = unclosed.Contains(fence) ? -1 : text.IndexOf(fence, start, StringComparison.Ordinal);
        if (end <= start)
        {
            unclosed.Add(fence);
            return Keep(at, fence.Length);
        }

        return Add(new InlineCode(text[start..end].Trim()), end + fence.Length);
    }

    private int TakeStyle(int at)
    {
        foreach (var (mark, style) in Marks)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0 || unclosed.Contains(mark) || !CanOpen(at, mark))
                continue;
            if (FindEnd(at + mark.Length, mark) is not { } end)
            {
                unclosed.Add(mark);
                continue;
            }

            return Add(new Styled(style, Read(text[(at + mark.Length)..end], depth + 1)), end + mark.Length);
        }

        return Keep(at, 1);
    }

    private bool CanOpen(int at, string mark) => mark switch
    {
        "*" => at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]),
        "_" => at == 0 || !char.IsLetterOrDigit(text[at - 1]),
        _ => true,
    };

    private int? FindEnd(int start, string mark)
    {
        for (var at = start; at <= text.Length - mark.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (at > start && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 && CanClose(ref at, mark))
                return at;
        }

        return null;
    }

    // Of three stars in a row, the last two close bold text; a single one isn't half of such a pair.
    private bool CanClose(ref int at, string mark)
    {
        var after = at + mark.Length < text.Length ? text[at + mark.Length] : ' ';
        if (mark.Length == 2)
        {
            while (after == mark[0])
            {
                at++;
                after = at + 2 < text.Length ? text[at + 2] : ' ';
            }

            return true;
        }

        if (after == mark[0])
        {
            at++;
            return false;
        }

        return mark == "*" ? !char.IsWhiteSpace(text[at - 1]) : !char.IsLetterOrDigit(after);
    }

    private int TakeMaskedLink(int at)
    {
        if (unclosed.Contains("[") || !text.AsSpan(at).Contains("](", StringComparison.Ordinal))
        {
            unclosed.Add("[");
            return Keep(at, 1);
        }

        var link = MaskedLink().Match(text, at);
        return link.Success && link.Index == at
            ? Add(new Link(link.Groups["url"].Value, Read(link.Groups["label"].Value, depth + 1)), at + link.Length)
            : Keep(at, 1);
    }

    private int TakeTag(int at)
    {
        if (Tag().Match(text, at) is not { Success: true } tag || tag.Index != at)
            return Keep(at, 1);
        var end = at + tag.Length;
        if (tag.Groups["seconds"].Success && long.TryParse(tag.Groups["seconds"].Value, CultureInfo.InvariantCulture, out var seconds))
            return Add(new Stamp(seconds, tag.Groups["format"] is { Length: 1 } format ? format.Value[0] : 'f'), end);
        if (tag.Groups["id"].Success)
            return Add(new Mention(tag.Groups["kind"].Value.TrimEnd('!'), tag.Groups["id"].Value), end);
        if (tag.Groups["command"].Success)
            return Add(new Mention("/", tag.Groups["command"].Value), end);
        if (tag.Groups["emoji"].Success)
            return Add(new PlainText($":{tag.Groups["emoji"].Value}:"), end);
        return Add(new Link(tag.Groups["url"].Value, [new PlainText(tag.Groups["url"].Value)]), end);
    }

    private int TakeAddress(int at)
    {
        if (Address().Match(text, at) is not { Success: true } address || address.Index != at)
            return Keep(at, 1);
        var url = address.Value.TrimEnd('.', ',', ':', ';', '"', '\'', '!', '?', ')', '*', '_', '|', '~');
        return Add(new Link(url, [new PlainText(url)]), at + url.Length);
    }

    private int Keep(int at, int length)
    {
        plain.Append(text, at, length);
        return at + length;
    }

    private int Add(Inline piece, int next)
    {
        EndPlain();
        pieces.Add(piece);
        return next;
    }

    private void EndPlain()
    {
        if (plain.Length > 0)
            pieces.Add(new PlainText(plain.ToString()));
        plain.Clear();
    }

    [GeneratedRegex(@"\G\[(?<label>(?:\\.|[^\]\\\[])+)\]\((?:<(?<url>https?://[^\s>]+)>|(?<url>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+""[^""]*"")?\)")]
    private static partial Regex MaskedLink();

    [GeneratedRegex(@"\G<(?:t:(?<seconds>-?[0-9]{1,12})(?::(?<format>[tTdDfFsSR]))?|(?<kind>@&|@!?|\#)(?<id>[0-9]{15,20})|/(?<command>[^:<>\n]{1,100}):[0-9]{15,20}|a?:(?<emoji>\w{2,32}):[0-9]{15,20}|(?<url>https?://[^\s<>]+))>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\Ghttps?://[^\s<>]+[^\s<>]")]
    private static partial Regex Address();
}
