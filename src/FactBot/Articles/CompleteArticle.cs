using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary>Suggests articles by number and title, newest first.</summary>
public sealed class CompleteArticle(FactBotDbContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var patterns = Like.ContainingAnyCase(typed.Trim().TrimStart('#'));
        var found = await db.Articles
            .Where(a => patterns.Any(p => EF.Functions.Like(a.Title, p, Like.Escape))
                || EF.Functions.Like((string)(object)a.Number, patterns[0], Like.Escape))
            .OrderByDescending(a => a.Number).Take(25)
            .Select(a => new { a.Number, a.Title }).ToListAsync(cancellationToken);
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
