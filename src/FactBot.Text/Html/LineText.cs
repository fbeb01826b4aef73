using System.Text;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Reads the text around an element on its line, within its block.</summary>
internal static class LineText
{
    /// <summary>In characters.</summary>
    private const int Enough = 40;

    /// <summary>Maximum number of nodes visited: a line may begin with thousands of empty ones.</summary>
    private const int MaxSteps = 40;

    /// <summary>Returns the end of the text before the node; empty at the start of its block.</summary>
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

    /// <summary>Returns the beginning of the text that follows.</summary>
    public static string After(INode node)
    {
        var next = node.NextSibling;
        for (var steps = 0; steps < 5 && next is IElement && next.HasChildNodes; steps++)
        {
            next = next.FirstChild;
        }

        return next is IText { Data: var words } ? words[..Math.Min(words.Length, Enough)] : "";
    }

    /// <summary>Returns the beginning of the text that follows, even after the end of its parents, within its block.</summary>
    public static string Following(INode node)
    {
        var at = node;
        for (var steps = 0; steps < MaxSteps && at.NextSibling is null && at.Parent is IElement parent && !PlainText.IsBlock(parent); steps++)
        {
            at = parent;
        }

        return After(at);
    }

    /// <summary>Whether the node is the only text on its line.</summary>
    public static bool IsAlone(INode node) => Before(node).Length == 0 && string.IsNullOrWhiteSpace(After(node));

    /// <summary>Whether a letter or digit is right beside the node.</summary>
    public static bool TouchesWord(INode node) =>
        (Before(node) is [.., var last] && char.IsLetterOrDigit(last)) || (After(node) is [var first, ..] && char.IsLetterOrDigit(first));

    /// <summary>Returns the node before it in page order: the last, deepest one in the previous sibling, or the parent.</summary>
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
