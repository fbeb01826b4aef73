using System.Globalization;
using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Page.Markdown;

/// <summary>Parses Discord's markdown; whatever the text holds, each of its characters is shown in some way.</summary>
internal static partial class BlockReading
{
    private const int DeepestItem = 10;

    public static IReadOnlyList<Block> Read(string text)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (Match fence in Fence().Matches(text))
        {
            ReadLines(text[at..fence.Index], blocks);
            blocks.Add(new CodeBlock(fence.Groups["code"].Value));
            at = fence.Index + fence.Length;
        }

        ReadLines(text[at..].TrimStart('\n'), blocks);
        return blocks;
    }

    private static void ReadLines(string text, List<Block> blocks)
    {
        if (text.Length == 0)
            return;
        var lines = text.TrimEnd('\n').Split('\n');
        var plain = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(">>> ", StringComparison.Ordinal))
            {
                EndParagraph(plain, blocks);
                blocks.Add(QuoteOf([lines[i][4..], .. lines[(i + 1)..]]));
                return;
            }

            if (IsQuoted(lines[i]))
            {
                EndParagraph(plain, blocks);
                var quoted = lines.Skip(i).TakeWhile(IsQuoted).Select(line => line[2..]).ToList();
                blocks.Add(QuoteOf(quoted));
                i += quoted.Count - 1;
            }
            else if (ReadOwnLine(lines[i]) is { } block)
            {
                EndParagraph(plain, blocks);
                Append(block, blocks);
            }
            else
            {
                plain.Add(lines[i]);
            }
        }

        EndParagraph(plain, blocks);
    }

    private static bool IsQuoted(string line) => line.StartsWith("> ", StringComparison.Ordinal);

    // Discord has no nested quotes: the inner sign is shown.
    private static Quote QuoteOf(IEnumerable<string> lines) =>
        new([.. lines.Select(line => ReadOwnLine(line) ?? new Paragraph(InlineReading.Read(line)))]);

    private static Block? ReadOwnLine(string line)
    {
        if (HeadingLine().Match(line) is { Success: true } heading)
            return new Heading(heading.Groups["level"].Length, InlineReading.Read(heading.Groups["text"].Value));
        if (SmallPrint().Match(line) is { Success: true } small)
            return new Heading(0, InlineReading.Read(small.Groups["text"].Value));
        if (ItemLine().Match(line) is not { Success: true } item)
            return null;
        var isNumbered = int.TryParse(item.Groups["number"].Value, CultureInfo.InvariantCulture, out var number);
        var depth = Math.Min(item.Groups["indent"].Length / 2, DeepestItem);
        return new ItemList(isNumbered, [new Item(depth, number, InlineReading.Read(item.Groups["text"].Value))]);
    }

    private static void Append(Block block, List<Block> blocks)
    {
        if (block is ItemList more && blocks.LastOrDefault() is ItemList list && list.IsNumbered == more.IsNumbered)
            blocks[^1] = list with { Items = [.. list.Items, .. more.Items] };
        else
            blocks.Add(block);
    }

    private static void EndParagraph(List<string> lines, List<Block> blocks)
    {
        if (lines.Count > 0)
            blocks.Add(new Paragraph(InlineReading.Read(string.Join('\n', lines))));
        lines.Clear();
    }

    [GeneratedRegex("```(?:[a-zA-Z0-9+#-]*\\n)?(?<code>[^`]+?)\\n?```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<level>#{1,3})\s+(?<text>\S.*)$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^-#\s+(?<text>\S.*)$")]
    private static partial Regex SmallPrint();

    [GeneratedRegex(@"^(?<indent>[ ]*)(?:[-*]|(?<number>[0-9]{1,6})\.)\s+(?<text>\S.*)$")]
    private static partial Regex ItemLine();
}
