using System.Text.RegularExpressions;
using FactBot.Text.Encodings;
using FactBot.Text.Pdf;

namespace FactBot.Text.Pages;

/// <summary>Reads the text of a page or file: HTML, PDF or plain text, recognized by its content rather than its name.</summary>
public static partial class ArticleReader
{
    /// <summary>In characters. Longer texts aren't articles.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>Reads the text that a person would read. Sets no time limit; callers should.</summary>
    /// <exception cref="UnreadableException">The document has no readable text.</exception>
    public static async Task<ReadablePage> ReadAsync(RawDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(document, cancellationToken) switch
            {
                null => throw new UnreadableException(UnreadableReason.NoArticle),
                { IsPaywalled: false, Text.Length: 0 } => throw new UnreadableException(UnreadableReason.NoText),
                { Text.Length: > MaxText } => throw new UnreadableException(UnreadableReason.TooLong),
                var page => page,
            };
        }
        catch (NotSupportedException e)
        {
            throw new UnreadableException(UnreadableReason.NotText, e);
        }
        catch (UnreadablePdfException e)
        {
            throw new UnreadableException(e.Why == UnreadablePdfException.Cause.Scan ? UnreadableReason.Scan : UnreadableReason.Password, e);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableException(UnreadableReason.Damaged, e);
        }
    }

    /// <exception cref="NotSupportedException">The document is of a kind that doesn't hold text.</exception>
    /// <exception cref="InvalidDataException">The document is damaged, or larger than an article can be.</exception>
    private static async Task<ReadablePage?> FindAsync(RawDocument document, CancellationToken cancellationToken)
    {
        if (document.Bytes.AsSpan(0, Math.Min(document.Bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
        {
            return new ReadablePage(PdfText.Of(document.Bytes, MaxText, cancellationToken));
        }

        var text = PageEncoding.Decode(document.Bytes, document.Charset);
        if (!IsText(text))
        {
            throw new NotSupportedException();
        }

        return document.MediaType is "text/html" or "application/xhtml+xml" || HtmlStart().IsMatch(text)
            ? await HtmlArticle.FindAsync(document.Address, text, cancellationToken)
            : new ReadablePage(text);
    }

    /// <summary>Whether it reads as text, with few control characters and few characters that couldn't be decoded.</summary>
    private static bool IsText(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && text.Count(c => c == '\uFFFD' || (char.IsControl(c) && c is not '\n' and not '\r' and not '\t' and not '\f')) <= Math.Max(1, text.Length / 100);

    [GeneratedRegex(@"\A\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|article|div|p|meta|h1)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex HtmlStart();
}
