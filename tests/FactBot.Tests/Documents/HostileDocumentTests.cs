using FactBot.Chat;
using FactBot.Documents;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Text.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactBot.Tests.Documents;

/// <summary>Documents made to hurt, read in the real process beside this one, which would otherwise end with them.</summary>
public sealed class HostileDocumentTests(HostileDocumentTests.Reader shared) : IClassFixture<HostileDocumentTests.Reader>
{
    private readonly DocumentReader reader = shared.Documents;

    public static TheoryData<string> Pages => [.. HostilePages.All.Keys];

    public static TheoryData<string> Pdfs => [.. HostilePdfs.All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_made_to_hurt_gets_an_answer_and_the_next_one_is_read(string kind) => AnswersAsync(HostilePages.All[kind]());

    [Theory]
    [MemberData(nameof(Pdfs))]
    public Task A_pdf_made_to_hurt_gets_an_answer_and_the_next_one_is_read(string kind) => AnswersAsync(HostilePdfs.All[kind]());

    private async Task AnswersAsync(byte[] document)
    {
        Assert.InRange(document.Length, 0, PageFetch.MaxBytes);
        var cancellationToken = TestContext.Current.CancellationToken;
        var page = new FetchedPage(new Uri("https://news.example/a"), "text/html", null, document, PageVersion.None, DateTimeOffset.UnixEpoch);
        try
        {
            var read = await reader.ReadAsync(page, cancellationToken);
            Assert.InRange(read.Text.Length, 0, ArticleReader.MaxText);
        }
        catch (DeskRuleException e)
        {
            Assert.StartsWith("The page at news.example ", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("no room", e.Message, StringComparison.Ordinal);
        }

        Assert.Contains("1931", (await reader.ReadAsync(page with { Bytes = HostilePages.Good() }, cancellationToken)).Text, StringComparison.Ordinal);
        Assert.Contains("1931", (await reader.ReadAsync("bridge.pdf", HostilePdfs.Good(), cancellationToken)).Text, StringComparison.Ordinal);
    }

    /// <summary>One for all of them, as in a bot that is sent one after the other.</summary>
    public sealed class Reader : IDisposable
    {
        // Long enough for a good document on a busy machine: only what never ends runs out of it.
        private static readonly TimeSpan Reading = TimeSpan.FromSeconds(15);

        public DocumentReader Documents { get; } = new(
            ReaderProgram.Beside, PageLimits.None with { Reading = Reading }, NullLogger<DocumentReader>.Instance);

        public void Dispose() => Documents.Dispose();
    }
}
