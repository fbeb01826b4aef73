using System.Text;
using AngleSharp.Dom;

namespace FactBot.Text.Html;

/// <summary>Writes HTML as plain text: blank lines separate blocks, line breaks separate list items and table rows.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> Blocks =
    [
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL",
        "DL", "TABLE", "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "PRE", "HR", "FORM", "ADDRESS", "DETAILS", "SUMMARY", "BODY",
        "NAV", "FIELDSET", "LEGEND", "CENTER", "HGROUP", "DIALOG", "SEARCH", "MENU", "DIR", "VIDEO", "AUDIO",
    ];

    private static readonly HashSet<string> Lines = ["LI", "TR", "DT", "DD", "BR", "CAPTION", "OPTION", "LABEL"];

    private static readonly HashSet<string> Silent =
        ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "SVG", "IFRAME"];

    /// <summary>Whether the node's text is separate from the text before it.</summary>
    public static bool IsBlock(INode node) => node is IElement && (Blocks.Contains(node.NodeName) || Lines.Contains(node.NodeName) || node.NodeName is "TD" or "TH");

    /// <summary>Returns the node's text. <see cref="HtmlDocumentReader"/> limits its depth.</summary>
    public static string Of(INode node)
    {
        var text = new Writer();
        Write(node, text, isPreformatted: false);
        return text.ToString();
    }

    private static void Write(INode node, Writer text, bool isPreformatted)
    {
        if (node is IText words)
        {
            text.Add(words.Data, isPreformatted);
            return;
        }

        var name = node is IElement ? node.NodeName : "";
        if (Silent.Contains(name))
        {
            return;
        }

        if (name == "BR")
        {
            text.EndLine();
            return;
        }

        var isInner = name is "UL" or "OL" or "DL" && node.Parent?.NodeName == "LI";
        // An item whose text is in a single paragraph is still one line.
        var isItem = name is "P" or "DIV" && node.Parent is IElement { NodeName: "LI", ChildElementCount: 1 };
        var breaks = isInner || isItem ? 1 : Blocks.Contains(name) ? 2 : Lines.Contains(name) ? 1 : 0;
        text.Break(breaks);
        if (name is "TD" or "TH" && text.IsInLine)
        {
            text.Add(" | ", isPreformatted: false);
        }

        foreach (var child in node.ChildNodes)
        {
            Write(child, text, isPreformatted || name == "PRE");
        }

        text.Break(breaks);
    }

    /// <summary>Collects words, with single spaces for white space and as many line feeds as the largest pending break.</summary>
    private sealed class Writer
    {
        private readonly StringBuilder written = new();
        private int feeds;
        private bool isSpaced;

        public bool IsInLine => feeds == 0 && written.Length > 0;

        public void Break(int lineFeeds) => feeds = Math.Max(feeds, lineFeeds);

        /// <summary>Ends a line; two calls in a row end a paragraph.</summary>
        public void EndLine() => feeds = Math.Min(2, feeds + 1);

        public void Add(string words, bool isPreformatted)
        {
            foreach (var c in words)
            {
                if (isPreformatted && c == '\n')
                {
                    Break(1);
                }
                else if (char.IsWhiteSpace(c))
                {
                    isSpaced = true;
                }
                else if (c is not '\u00AD' and not '\u200B' and not '\uFEFF' && !char.IsControl(c))
                {
                    Put(c);
                }
            }
        }

        public override string ToString() => written.ToString();

        private void Put(char c)
        {
            if (written.Length > 0)
            {
                written.Append('\n', feeds);
                if (feeds == 0 && isSpaced)
                {
                    written.Append(' ');
                }
            }

            (feeds, isSpaced) = (0, false);
            written.Append(c);
        }
    }
}
