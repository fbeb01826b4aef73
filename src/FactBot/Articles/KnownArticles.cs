using FactBot.Domain.Articles;
using FactBot.Storage;
using FactBot.Text.Addresses;
using FactBot.Text.Revisions;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Finds an article that the team already has, even under another address or with small changes.</summary>
internal static class KnownArticles
{
    /// <summary>Finds an article with the same text, nearly the same text, or the same page; null if there is none.</summary>
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

        // Several articles may share one address; the most similar one counts.
        var key = WebAddress.KeyOf(url);
        var there = await db.Articles.Where(a => a.AddressKey == key).ToListAsync(cancellationToken);
        return there.OrderByDescending(a => Likeness.Shared(a.Text, text)).ThenBy(a => a.Number).FirstOrDefault();
    }

    /// <summary>Whether the text is a different article from the known one, even at the same address.</summary>
    public static bool IsAnother(Article known, string text) => Likeness.AreTwo(known.Text, text);
}
