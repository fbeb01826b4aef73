using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Evidence;

/// <summary>Suggests the sources of the claim named earlier in the command.</summary>
public sealed class CompleteSource(FactBotDbContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var claim = request.FindText("claim") is { } named ? await db.FindClaimAsync(named, cancellationToken) : null;
        // Commands that change a source exclude struck ones, and people recused from the claim.
        var isChange = CommandRouter.Find(request.Command)?.Stages is not null;
        var isOpen = !isChange || claim?.Recusals.Any(r => r.Person == request.Person.Id) is false;
        return
        [
            .. (isOpen ? claim?.Sources ?? [] : [])
                .Where(s => !isChange || !s.IsStruck)
                .Select(s => (s.Number, Label: $"{s.Number}. {SourceLine.NameOf(s.Url)}{(s.IsStruck ? " (struck)" : "")} · {s.Url}"))
                .Where(s => s.Label.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(25)
                .Select(s => new Choice(s.Label, s.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
