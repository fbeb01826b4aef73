using FactBot.Chat;
using FactBot.Text.Addresses;
using FactBot.Text.Pages;

namespace FactBot.Pages;

/// <summary>Reads pages and files in this process, within a time limit; see <see cref="ArticleReader"/>.</summary>
public sealed class PageReader(PageLimits limits)
{
    /// <summary>Reads a page's article; if it can't be read, refuses in a sentence that says what to do instead.</summary>
    public Task<ReadablePage> ReadAsync(FetchedPage page, CancellationToken cancellationToken) => ReadAsync(NameOf(page), page.ToDocument(), cancellationToken);

    /// <summary>Reads a file's text; if it can't be read, refuses in a sentence that says what to do instead.</summary>
    public Task<ReadablePage> ReadAsync(string fileName, byte[] bytes, CancellationToken cancellationToken) => ReadAsync($"{fileName}", new RawDocument(bytes), cancellationToken);

    /// <summary>Names a page for use in a refusal.</summary>
    internal static Words NameOf(FetchedPage page) => $"The page at {ShownHost.Of(page.Address)}";

    /// <summary>Explains why a page or file can't be read, and what to do instead.</summary>
    internal static DeskRuleException Refusal(Words name, UnreadableReason reason) => new(reason switch
    {
        UnreadableReason.NoArticle => (Words)$"{name} holds no article that could be found; add its text as a file instead.",
        UnreadableReason.NoText => $"{name} holds no text; add the article’s words as a file instead.",
        UnreadableReason.TooLong => $"{name} holds more than {ArticleReader.MaxText:N0} characters; add the part that matters as a file instead.",
        UnreadableReason.NotText => $"{name} is no text, web page or PDF; save the article as one of them and add that.",
        UnreadableReason.Scan => $"{name} is a scan: its pages are pictures, with no text in them. Run text recognition (OCR) over it, or add the article’s words as a file instead.",
        UnreadableReason.Password => $"{name} is locked with a password. Save it without one, or add the article’s words as a file instead.",
        _ => $"{name} cannot be read: it is damaged, locked or far larger than an article; add the article’s text as a file instead.",
    });

    private async Task<ReadablePage> ReadAsync(Words name, RawDocument document, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Reading, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await Task.Run(() => ArticleReader.ReadAsync(document, either.Token), either.Token).WaitAsync(either.Token);
        }
        catch (UnreadableException e)
        {
            throw Refusal(name, e.Reason);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal(name, UnreadableReason.Damaged);
        }
    }
}
