using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Measures the running text in each element of a page: the words outside of links, menus and forms.</summary>
internal sealed class Prose
{
    private static readonly HashSet<string> Silent =
        ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "BUTTON", "SELECT", "TEXTAREA", "SVG", "IFRAME", "NAV", "FORM", "HEAD", "TITLE", "A", "OPTION"];

    private readonly Dictionary<IElement, int> letters = [];

    private readonly Dictionary<string, int> byName = [];

    public Prose(IElement root) => Count(root);

    /// <summary>Returns the length of an element's running text, in characters.</summary>
    public int Of(IElement element) => letters.GetValueOrDefault(element);

    /// <summary>Returns the length of all elements with a class, in characters, except where the parent has it, too.</summary>
    public int OfName(string name) => byName.GetValueOrDefault(name);

    /// <summary>Counts characters recursively. <see cref="HtmlDocumentReader"/> limits the depth.</summary>
    private int Count(IElement element)
    {
        var sum = 0;
        foreach (var child in element.ChildNodes)
        {
            sum += child switch
            {
                IElement inner when Silent.Contains(inner.NodeName.ToUpperInvariant()) => 0,
                IElement inner => Count(inner),
                IText text => LettersOf(text.Data),
                _ => 0,
            };
        }

        letters[element] = sum;
        foreach (var name in element.ClassList)
        {
            if (element.ParentElement?.ClassList.Contains(name) is not true)
            {
                byName[name] = byName.GetValueOrDefault(name) + sum;
            }
        }

        return sum;
    }

    private static int LettersOf(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            // A Chinese or Japanese character is worth about two letters.
            count += char.IsWhiteSpace(c) ? 0 : c >= '\u3000' ? 2 : 1;
        }

        return count;
    }
}
