using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Finds the article that the team has already, under another address or with small changes.</summary>
internal static class KnownArticles
{
    /// <summary>The same page, the same text or nearly the same text; null where the team has none such.</summary>
    public static async Task<Article?> FindSameAsync(DeskContext db, string? url, string text, CancellationToken cancel)
    {
        var hash = Article.HashOf(text);
        var key = url is null ? null : WebAddress.KeyOf(url);
        if (await db.Articles.FirstOrDefaultAsync(a => a.ContentHash == hash || (key != null && a.AddressKey == key), cancel) is { } same)
        {
            return same;
        }

        var fingerprint = Likeness.FingerprintOf(text);
        var prints = await db.Articles.Select(a => new { a.Id, a.Fingerprint }).ToListAsync(cancel);
        foreach (var near in prints.Where(p => Likeness.MayBeSame(p.Fingerprint, fingerprint)))
        {
            var article = await db.Articles.SingleAsync(a => a.Id == near.Id, cancel);
            if (Likeness.Between(article.Text, text) >= Likeness.Same)
            {
                return article;
            }
        }

        return null;
    }
}
