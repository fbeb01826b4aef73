using System.Globalization;
using FactBot.Chat;
using FactBot.Pages;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Evidence;

/// <summary>Offers the sources of the claim that was named before.</summary>
public sealed class CompleteSource(DeskContext db) : ICompletion
{
    public async Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancel)
    {
        var claim = request.FindText("claim") is { } named ? await db.FindClaimAsync(named, cancel) : null;
        return
        [
            .. (claim?.Sources ?? [])
                .Select(s => (s.Number, Label: $"{s.Number}. {ShownHost.Of(s.Site)}{(s.IsStruck ? " (struck)" : "")} · {s.Url}"))
                .Where(s => s.Label.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(25)
                .Select(s => new Choice(s.Label, s.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
