using System.Globalization;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>Offers claims by number and words, the newest first.</summary>
public sealed class CompleteClaim(DeskContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancel)
    {
        var pattern = Like.Containing(typed.Trim().TrimStart('#'));
        var found = await db.Claims
            .Where(c => EF.Functions.Like(c.Text, pattern, Like.Escape)
                || EF.Functions.Like((string)(object)c.Number, pattern, Like.Escape))
            .OrderByDescending(c => c.Number).Take(25)
            .Select(c => new { c.Number, c.Text, c.Stage }).ToListAsync(cancel);
        return
        [
            .. found.Select(c => new Choice(
                $"#{c.Number} · {c.Stage} · {Clip.To(c.Text, 70)}", c.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
