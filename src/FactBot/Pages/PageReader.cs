using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>Reads the text that a page, or a file, holds.</summary>
public static class PageReader
{
    /// <summary>For finding the article in a page.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The page's article; a refusal, in a sentence that says what to do instead, where it cannot be read.</summary>
    public static async Task<ReadablePage> ReadAsync(FetchedPage page, CancellationToken cancel)
    {
        var text = PageEncoding.Decode(page.Bytes, page.Charset);
        return page.MediaType switch
        {
            "text/plain" or "text/markdown" => new ReadablePage(text.ReplaceLineEndings("\n").Trim()),
            null or "text/html" or "application/xhtml+xml" => await ReadHtmlAsync(page.Address, text, cancel),
            var other => throw new DeskRuleException(
                $"The page at {page.Address.Host} is {other}, which holds no text to read; add the article's text as a file instead."),
        };
    }

    private static async Task<ReadablePage> ReadHtmlAsync(Uri address, string html, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            return await Task.Run(() => HtmlArticle.FindAsync(address, html, either.Token), either.Token).WaitAsync(either.Token)
                ?? throw new DeskRuleException(
                    $"No article was found on the page at {address.Host}; add its text as a file instead.");
        }
        catch (Exception e) when (e is InvalidDataException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new DeskRuleException(
                $"The page at {address.Host} is too large or too tangled to be read; add the article's text as a file instead.");
        }
    }
}
