using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Claims;

/// <summary>Suggests the claims that another one can be a duplicate of.</summary>
public sealed class CompleteOriginal(FactBotDbContext db) : ICompletion
{
    public Task<IReadOnlyList<Choice>> CompleteAsync(Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var itself = int.TryParse(request.FindText("claim")?.TrimStart('#'), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return CompleteClaim.FindAsync(
            db.Claims.Where(c => c.Stage != Stage.Duplicate && c.Stage != Stage.Split && c.Number != itself), typed, cancellationToken);
    }
}
