using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary>Suggests the claims the command can act on for the person, by number and text, newest first.</summary>
public sealed class CompleteClaim(FactBotDbContext db) : ICompletion
{
    public Task<IReadOnlyList<Choice>> CompleteAsync(Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var spec = CommandRouter.Find(request.Command);
        var claims = spec?.Stages is { } stages ? db.Claims.Where(c => stages.Contains(c.Stage)) : db.Claims;
        claims = spec?.ActsOn is { } fitting ? claims.Where(fitting(request.Person.Id)) : claims;
        // A command limited to certain stages changes the claim, which people recused from it may not do.
        return FindAsync(spec?.Stages is null ? claims : claims.Where(c => !c.Recusals.Any(r => r.Person == request.Person.Id)), typed, cancellationToken);
    }

    internal static async Task<IReadOnlyList<Choice>> FindAsync(IQueryable<Claim> claims, string typed, CancellationToken cancellationToken)
    {
        var patterns = Like.ContainingAnyCase(typed.Trim().TrimStart('#'));
        var found = await claims
            .Where(c => patterns.Any(p => EF.Functions.Like(c.Text, p, Like.Escape))
                || EF.Functions.Like((string)(object)c.Number, patterns[0], Like.Escape))
            .OrderByDescending(c => c.Number).Take(25)
            .Select(c => new { c.Number, c.Text, c.Stage }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(c => new Choice(
                $"#{c.Number} · {c.Stage} · {Clip.To(c.Text, 70)}", c.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
