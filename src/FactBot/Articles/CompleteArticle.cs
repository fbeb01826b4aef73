using System.Globalization;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Offers articles by number and title, the newest first.</summary>
public sealed class CompleteArticle(DeskContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancel)
    {
        var pattern = Like.Containing(typed.Trim().TrimStart('#'));
        var found = await db.Articles
            .Where(a => EF.Functions.Like(a.Title, pattern, Like.Escape)
                || EF.Functions.Like((string)(object)a.Number, pattern, Like.Escape))
            .OrderByDescending(a => a.Number).Take(25)
            .Select(a => new { a.Number, a.Title }).ToListAsync(cancel);
        return
        [
            .. found.Select(a =>
            {
                var number = a.Number.ToString(CultureInfo.InvariantCulture);
                return new Choice($"{number} · {a.Title}", number);
            }),
        ];
    }
}
