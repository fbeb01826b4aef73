using System.Globalization;
using FactBot.Chat;
using FactBot.Documents;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Quotas;
using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Pages;

namespace FactBot.Articles;

/// <summary><c>/article add</c>: adds an article from its web page, from an attached file, or from a form.</summary>
public sealed class AddArticle(FactBotDbContext db, PageFetch pages, DocumentReader reader, FetchPlaces places, DailyQuota quota) : ICommand
{
    /// <summary>The size of the largest file, in bytes.</summary>
    public const int MaxFile = PageFetch.MaxBytes;

    /// <summary>The button's option if an article has the same address: its number, as an address may be too long.</summary>
    private const string SameAddress = "same-address";

    public static CommandSpec Spec { get; } = new("article add", "Add an article to check, by its address, as a file or through a form")
    {
        IsCostly = true,
        Options =
        [
            new OptionSpec("file", "The article as text, web page or PDF, up to 5 MB", OptionKind.File),
            new OptionSpec("url", "Where the article was published; without a file, it is read from there"),
            new OptionSpec("title", "Its headline; without it, the one that the article has"),
            new OptionSpec("publisher", "Who published it"),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var title = request.FindLine("title", Article.MaxTitle);
        var publisher = request.FindLine("publisher", Article.MaxPublisher);
        var url = request.FindText("url") is { } address ? GivenAddress.Get(address) : null;
        if (request.FindText(SameAddress) is { } number)
        {
            var known = await db.GetArticleAsync(number, cancellationToken);
            return await FetchAsync(known.Url ?? throw new DeskRuleException($"Article {known.Number} has no address any more; add the other one by its own."), null, null, request, team, cancellationToken);
        }

        if (request.Files.TryGetValue("file", out var file))
        {
            if (request.FindText("text") is not null)
            {
                throw new DeskRuleException($"There is both a text and a file; send the form again with one of them.");
            }

            return await KeepAsync(ArticleDraft.Of(await places.OnceAsync(request, "file", () => ReadAsync(file, cancellationToken), cancellationToken), title, publisher, url), request, team, cancellationToken);
        }

        if (request.IsFilledForm)
        {
            var text = request.FindText("text")?.ReplaceLineEndings("\n")
                ?? throw new DeskRuleException($"The article is missing: paste its text, or attach it as a file.");
            return await KeepAsync(ArticleDraft.Of(new ReadablePage(text), title, publisher, url), request, team, cancellationToken);
        }

        return url is null
            ? Reply.Open(FormFor(title, publisher))
            : await FetchAsync(url, title, publisher, request, team, cancellationToken);
    }

    private async Task<ReadablePage> ReadAsync(AttachedFile file, CancellationToken cancellationToken) => file.Size <= MaxFile
        ? await reader.ReadAsync(file.Name, await file.ReadAsync(cancellationToken), cancellationToken)
        : throw new DeskRuleException($"{file.Name} is larger than {MaxFile / 1024 / 1024} MB; attach the article’s text alone.");

    private static Form FormFor(string? title, string? publisher) => new($"Add an article", Spec.Name, [],
    [
        new FormField("title", $"Title")
        {
            Value = title, IsRequired = false, MaxLength = Article.MaxTitle, Hint = $"Without it, the article’s own.",
        },
        new FormField("url", $"URL") { IsRequired = false, MaxLength = WebAddress.MaxLength },
        new FormField("publisher", $"Publisher") { Value = publisher, IsRequired = false, MaxLength = Article.MaxPublisher },
        new FormField("text", $"Text")
        {
            Kind = FormFieldKind.Paragraph, IsRequired = false, Hint = $"Up to 4,000 characters; a longer article goes as a file.",
        },
        new FormField("file", $"Or a file")
        {
            Kind = FormFieldKind.File, IsRequired = false, Hint = $"The article as text, web page or PDF, up to 5 MB.",
        },
    ]);

    private async Task<Reply> FetchAsync(
        string url, string? title, string? publisher, Request request, Team team, CancellationToken cancellationToken)
    {
        var (result, read) = await places.OnceAsync(request, "page", () => FetchAsync(new Uri(url), cancellationToken), cancellationToken);
        if (result.Page is not { } page)
        {
            return AskForText(result.WhyNot!);
        }

        return read!.IsPaywalled
            ? AskForText($"{ShownHost.Of(page.Address)} shows that article to its subscribers alone.")
            : await KeepAsync(
                ArticleDraft.Of(read, title, publisher, WebAddress.Find(page.Address.AbsoluteUri) ?? url) with { Version = page.Version },
                request, team, cancellationToken);
    }

    private async Task<(PageResult Result, ReadablePage? Read)> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        var result = await pages.FetchAsync(address, cancellationToken);
        return (result, result.Page is null ? null : await reader.ReadAsync(result.Page, cancellationToken));
    }

    /// <summary>Says why the page can't be read, and asks for the article's text instead.</summary>
    private static Reply AskForText(Words why) => Reply.Say(
        $"{why} The article was not added. Give its text instead: in a form, or as a file with {new CommandName("article add")} and **file**.",
        new Button($"Give its text", Spec.Name) { Look = ButtonLook.Main });

    private async Task<Reply> KeepAsync(ArticleDraft draft, Request request, Team team, CancellationToken cancellationToken)
    {
        if (await KnownArticles.FindSameAsync(db, draft.Url, draft.Text, cancellationToken) is { } same)
        {
            var isAnother = KnownArticles.IsAnother(same, draft.Text);
            if (isAnother && draft.Url != draft.GivenUrl)
            {
                // Page 2 of an article may give page 1 as its address, and some sites give the same address for all their pages.
                return await KeepAsync(draft with { Url = draft.GivenUrl }, request, team, cancellationToken);
            }

            if (!isAnother)
            {
                return Reply.Say(
                    $"This is article {same.Number} already, “{same.Title}”; use that one, so that its claims stay together.",
                    ShowButton(same)) with
                {
                    WasDoneBefore = true,
                };
            }

            if (request.FindText(SameAddress) is null)
            {
                return OfferAnyway(same, draft);
            }
        }

        await quota.CountAsync(request, team, QuotaKind.Articles, cancellationToken);
        var context = db.ContextFor(team, request);
        var article = new Article(team.Id, team.TakeArticleNumber(), draft, request.Person.Id, context.At);
        db.Articles.Add(article);
        db.Record(context, new ArticleAdded(
            article.Number, article.ContentHash, article.Title, article.Url,
            new ArticleFacts(article.Publisher, article.Byline, article.PublishedAt?.TruncateToMilliseconds(), article.Language)));
        await db.SaveChangesAsync(cancellationToken);
        Words unclear = draft.UnclearDate is { } date ? (Words)$" Its date, {date}, can be read two ways, so none is kept." : $"";
        return Reply.Say(
            $"Article {article.Number} is in: “{article.Title}”, {article.Text.Length:N0} characters.{unclear} Next, let {new CommandName("article suggest")} find what is worth checking in it, or quote from it word for word with {new CommandName("claim submit")}, naming article {article.Number}, so that the place in the text is kept.");
    }

    /// <summary>Asks whether a different text at a known address is another article or a rewritten one.</summary>
    private static Reply OfferAnyway(Article same, ArticleDraft draft) => draft.Version is null
        ? Reply.Say(
            $"Article {same.Number}, “{same.Title}”, has the same address but a different text. If this is another article, add it again without **url**.",
            ShowButton(same))
        : Reply.Say(
            $"Article {same.Number}, “{same.Title}”, has the same address but a different text. Is this another article?",
            ShowButton(same),
            new Button($"Add it all the same", Spec.Name, (SameAddress, same.Number.ToString(CultureInfo.InvariantCulture))) { Look = ButtonLook.Main });

    private static Button ShowButton(Article article) =>
        new($"Show article {article.Number}", ShowArticle.Spec.Name, ("article", article.Number.ToString(CultureInfo.InvariantCulture)));
}
