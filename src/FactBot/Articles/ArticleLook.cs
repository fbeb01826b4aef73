using FactBot.Chat;
using FactBot.Documents;
using FactBot.Domain.Articles;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Pages;
using FactBot.Privacy;
using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Pages;
using FactBot.Text.Quotes;
using FactBot.Text.Revisions;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Checks whether an article's page has changed, and moves its claims' passages to the new text.</summary>
public sealed class ArticleLook(FactBotDbContext db, PageFetch pages, DocumentReader reader)
{
    /// <summary>Fetches the article's page if it has changed; doesn't change the database.</summary>
    public async Task<(PageResult Result, ReadablePage? Page)> FetchAsync(Article article, CancellationToken cancellationToken)
    {
        var result = await pages.FetchAsync(new Uri(article.Url!), new PageVersion(article.ETag, article.LastModified), cancellationToken);
        if (result.Page is null)
        {
            return (result, null);
        }

        try
        {
            var page = await reader.ReadAsync(result.Page, cancellationToken);
            return page.IsPaywalled
                ? (PageResult.Failed($"{ShownHost.Of(result.Page.Address)} shows that article to its subscribers alone now."), null)
                : TextChange.IsSomethingElse(article.Text, page.Text)
                ? (PageResult.Failed($"The article couldn't be read this time: {ShownHost.Of(result.Page.Address)} shows something else at its address."), null)
                : (result, page);
        }
        catch (DeskRuleException e)
        {
            return (PageResult.Failed(e.Reason), null);
        }
    }

    /// <summary>Applies what was found; returns the claims whose passage was changed or removed. The caller saves.</summary>
    public async Task<IReadOnlyList<Claim>> TakeAsync(
        Article article, PageResult result, ReadablePage? page, EventContext context, CancellationToken cancellationToken)
    {
        await db.EndPageTryAsync(PageKind.Article, article.Id, cancellationToken);
        var kept = await db.ArticleRevisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.Number).Select(r => r.Text).ToListAsync(cancellationToken);
        var text = page is null ? null : ErasedIds.EraseAgain(page.Text, [article.Text, .. kept]);
        var hash = text is null ? null : Article.HashOf(text);
        // If the text is now that of another article, both are left as they are.
        if (text is null || TextChange.IsNone(article.Text, text) || await db.Articles.AnyAsync(a => a.ContentHash == hash, cancellationToken))
        {
            article.Look(context.At);
            return [];
        }

        db.ArticleRevisions.Add(article.Change(text, result.Page!.Version, context.At));
        db.Record(context, new ArticleChanged(article.Number, article.Revision, article.ContentHash));
        var claims = await db.ClaimsWhole.Where(c => c.Appearance != null && c.Appearance.ArticleId == article.Id).ToListAsync(cancellationToken);
        var touched = new List<Claim>();
        foreach (var claim in claims.Where(c => c.Appearance!.IsAnchored))
        {
            var place = claim.Appearance!;
            var follow = AnchorFollow.Find(article.Text, place.Selector!, place.Start!.Value);
            if (follow.IsSame && follow.Anchor == new TextAnchor(place.Start.Value, place.End!.Value, place.Selector!))
            {
                continue;
            }

            db.Apply(context, claim, new PassageFollowed(place.Follow(follow)));
            if (!follow.IsSame)
            {
                touched.Add(claim);
            }
        }

        return touched;
    }
}
