using System.Text;
using FactBot.Sandbox.Page.Markdown;

namespace FactBot.Page.Tests.Markdown;

/// <summary>What was read, written with tags, so that a test can say it in a line.</summary>
internal static class Shown
{
    public static string Of(string text) => string.Concat(BlockReading.Read(text).Select(Write));

    /// <summary>The characters alone.</summary>
    public static string CharactersOf(string text) => string.Concat(BlockReading.Read(text).Select(Characters));

    private static string Write(Block block) => block switch
    {
        Paragraph paragraph => $"<p>{Write(paragraph.Text)}</p>",
        Heading heading => $"<h{heading.Level}>{Write(heading.Text)}</h{heading.Level}>",
        Quote quote => $"<quote>{string.Concat(quote.Inner.Select(Write))}</quote>",
        CodeBlock code => $"<pre>{code.Text}</pre>",
        ItemList list => string.Concat(list.Items.Select(item => $"<{(list.IsNumbered ? item.Number : "-")} {item.Depth}>{Write(item.Text)}")),
        _ => "?",
    };

    private static string Write(IReadOnlyList<Inline> pieces) => pieces.Aggregate(new StringBuilder(), (all, piece) => all.Append(Write(piece))).ToString();

    private static string Write(Inline piece) => piece switch
    {
        PlainText plain => plain.Text,
        LineBreak => "<br>",
        InlineCode code => $"<code>{code.Text}</code>",
        Styled styled => $"<{styled.Style}>{Write(styled.Inner)}</{styled.Style}>",
        Link link => $"<a {link.Url}>{Write(link.Label)}</a>",
        Mention mention => $"<{mention.Kind}{mention.Id}>",
        Stamp stamp => $"<t {stamp.Seconds} {stamp.Format}>",
        _ => "?",
    };

    private static string Characters(Block block) => block switch
    {
        Paragraph paragraph => Characters(paragraph.Text),
        Heading heading => Characters(heading.Text),
        Quote quote => string.Concat(quote.Inner.Select(Characters)),
        CodeBlock code => code.Text,
        ItemList list => string.Concat(list.Items.Select(item => Characters(item.Text))),
        _ => "",
    };

    private static string Characters(IReadOnlyList<Inline> pieces) => string.Concat(pieces.Select(piece => piece switch
    {
        PlainText plain => plain.Text,
        InlineCode code => code.Text,
        Styled styled => Characters(styled.Inner),
        Link link => Characters(link.Label),
        _ => "",
    }));
}
