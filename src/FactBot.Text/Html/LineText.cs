using System.Text;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>What stands around an element on its line, as far as its block reaches.</summary>
internal static class LineText
{
    /// <summary>In characters.</summary>
    private const int Enough = 40;

    /// <summary>Nodes looked at: a line may begin with thousands that hold nothing.</summary>
    private const int MaxSteps = 40;

    /// <summary>The end of what stands before; empty at the start of its block.</summary>
    public static string Before(INode node)
    {
        var text = new StringBuilder();
        var at = node;
        for (var steps = 0; steps < MaxSteps && text.Length < Enough; steps++)
        {
            at = Previous(at);
            if (at is null || PlainText.IsBlock(at))
            {
                break;
            }

            if (at is IText { Data: var words })
            {
                text.Insert(0, words.Length > Enough ? words[^Enough..] : words);
            }
        }

        return string.IsNullOrWhiteSpace(text.ToString()) ? "" : text.ToString();
    }

    /// <summary>The beginning of what follows.</summary>
    public static string After(INode node)
    {
        var next = node.NextSibling;
        for (var steps = 0; steps < 5 && next is IElement && next.HasChildNodes; steps++)
        {
            next = next.FirstChild;
        }

        return next is IText { Data: var words } ? words[..Math.Min(words.Length, Enough)] : "";
    }

    /// <summary>The beginning of what follows, also past the end of what it stands in, as far as its block reaches.</summary>
    public static string Following(INode node)
    {
        var at = node;
        for (var steps = 0; steps < MaxSteps && at.NextSibling is null && at.Parent is IElement parent && !PlainText.IsBlock(parent); steps++)
        {
            at = parent;
        }

        return After(at);
    }

    /// <summary>Whether nothing else is written on its line.</summary>
    public static bool IsAlone(INode node) => Before(node).Length == 0 && string.IsNullOrWhiteSpace(After(node));

    /// <summary>Whether a letter or digit stands right beside it.</summary>
    public static bool TouchesWord(INode node) =>
        (Before(node) is [.., var last] && char.IsLetterOrDigit(last)) || (After(node) is [var first, ..] && char.IsLetterOrDigit(first));

    /// <summary>The node before in the order of the page: the last one deep in the previous sibling, or the parent.</summary>
    private static INode? Previous(INode node)
    {
        if (node.PreviousSibling is not { } previous)
        {
            return node.Parent;
        }

        for (var steps = 0; steps < MaxSteps && previous.LastChild is { } last && !PlainText.IsBlock(previous); steps++)
        {
            previous = last;
        }

        return previous;
    }
}
