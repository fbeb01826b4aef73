using System.Text.RegularExpressions;
using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>Reads the text that a page, or a file, holds: HTML, PDF or plain text, told by its content and not by its name.</summary>
public sealed partial class PageReader(PageLimits limits)
{
    /// <summary>In characters: longer texts are no article.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>A page's article; a refusal, in a sentence that says what to do instead, where it cannot be read.</summary>
    public Task<ReadablePage> ReadAsync(FetchedPage page, CancellationToken cancel) => ReadAsync(
        $"The page at {ShownHost.Of(page.Address)}", new Content(page.Address, page.MediaType, page.Charset, page.Bytes), cancel);

    /// <summary>A file's text; a refusal, in a sentence that says what to do instead, where it cannot be read.</summary>
    public Task<ReadablePage> ReadAsync(string fileName, byte[] bytes, CancellationToken cancel) =>
        ReadAsync($"{fileName}", new Content(new Uri("file:///"), null, null, bytes), cancel);

    private async Task<ReadablePage> ReadAsync(Words name, Content content, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(limits.Reading, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            var page = await Task.Run(() => FindAsync(content, either.Token), either.Token).WaitAsync(either.Token);
            return page switch
            {
                null => throw new DeskRuleException($"{name} holds no article that could be found; add its text as a file instead."),
                { IsPaywalled: false, Text.Length: 0 } => throw new DeskRuleException($"{name} holds no text; add the article’s words as a file instead."),
                { Text.Length: > MaxText } => throw new DeskRuleException($"{name} holds more than {MaxText:N0} characters; add the part that matters as a file instead."),
                _ => page,
            };
        }
        catch (NotSupportedException)
        {
            throw new DeskRuleException($"{name} is no text, web page or PDF; save the article as one of them and add that.");
        }
        catch (UnreadableException e)
        {
            throw new DeskRuleException(e.Why == UnreadableException.Cause.Scan
                ? (Words)$"{name} is a scan: its pages are pictures, with no text in them. Run text recognition (OCR) over it, or add the article’s words as a file instead."
                : $"{name} is locked with a password. Save it without one, or add the article’s words as a file instead.");
        }
        catch (Exception e) when (e is InvalidDataException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new DeskRuleException($"{name} cannot be read: it is damaged, locked or far larger than an article; add the article’s text as a file instead.");
        }
    }

    /// <exception cref="NotSupportedException">It is none of the kinds that hold text.</exception>
    /// <exception cref="InvalidDataException">It is more than an article can be.</exception>
    private static async Task<ReadablePage?> FindAsync(Content content, CancellationToken cancel)
    {
        if (content.Bytes.AsSpan(0, Math.Min(content.Bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
        {
            return new ReadablePage(PdfText.Of(content.Bytes, cancel));
        }

        var text = PageEncoding.Decode(content.Bytes, content.Charset);
        if (!IsText(text))
        {
            throw new NotSupportedException();
        }

        return content.MediaType is "text/html" or "application/xhtml+xml" || HtmlStart().IsMatch(text)
            ? await HtmlArticle.FindAsync(content.Address, text, cancel)
            : new ReadablePage(text);
    }

    /// <summary>Whether it reads as text: nearly no control characters, and nearly nothing that could not be decoded.</summary>
    private static bool IsText(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && text.Count(c => c == '\uFFFD' || (char.IsControl(c) && c is not '\n' and not '\r' and not '\t' and not '\f')) <= Math.Max(1, text.Length / 100);

    [GeneratedRegex(@"\A\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|article|div|p|meta|h1)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex HtmlStart();

    private sealed record Content(Uri Address, string? MediaType, string? Charset, byte[] Bytes);
}
