using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Revisions;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Finds the article that the team has already, under another address or with small changes.</summary>
internal static class KnownArticles
{
    /// <summary>The same text, nearly the same text, or the same page; null where the team has none such.</summary>
    public static async Task<Article?> FindSameAsync(FactBotDbContext db, string? url, string text, CancellationToken cancellationToken)
    {
        var hash = Article.HashOf(text);
        if (await db.Articles.FirstOrDefaultAsync(a => a.ContentHash == hash, cancellationToken) is { } same)
        {
            return same;
        }

        var fingerprint = Likeness.FingerprintOf(text);
        var prints = await db.Articles.Select(a => new { a.Id, a.Fingerprint }).ToListAsync(cancellationToken);
        foreach (var near in prints.Where(p => Likeness.MayBeSame(p.Fingerprint, fingerprint)))
        {
            var article = await db.Articles.SingleAsync(a => a.Id == near.Id, cancellationToken);
            if (Likeness.Between(article.Text, text) >= Likeness.Same)
            {
                return article;
            }
        }

        if (url is null)
        {
            return null;
        }

        // Several may have been added from one address; the one that is most like it counts.
        var key = WebAddress.KeyOf(url);
        var there = await db.Articles.Where(a => a.AddressKey == key).ToListAsync(cancellationToken);
        return there.OrderByDescending(a => Likeness.Shared(a.Text, text)).ThenBy(a => a.Number).FirstOrDefault();
    }

    /// <summary>Whether it says something else than an article at its address does: it is another article, whatever its address.</summary>
    public static bool IsAnother(Article known, string text) => Likeness.AreTwo(known.Text, text);
}
