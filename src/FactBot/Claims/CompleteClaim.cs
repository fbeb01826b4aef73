using System.Globalization;
using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>Offers claims by number and words: first those with which the command can do something, then the newest.</summary>
public sealed class CompleteClaim(DeskContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancel)
    {
        var patterns = Like.ContainingAnyCase(typed.Trim().TrimStart('#'));
        var fitting = CommandRouter.Find(request.Command)?.Stages ?? [];
        var found = await db.Claims
            .Where(c => patterns.Any(p => EF.Functions.Like(c.Text, p, Like.Escape))
                || EF.Functions.Like((string)(object)c.Number, patterns[0], Like.Escape))
            .OrderByDescending(c => fitting.Contains(c.Stage)).ThenByDescending(c => c.Number).Take(25)
            .Select(c => new { c.Number, c.Text, c.Stage }).ToListAsync(cancel);
        return
        [
            .. found.Select(c => new Choice(
                $"#{c.Number} · {c.Stage} · {Clip.To(c.Text, 70)}", c.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
