using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Digests;

/// <summary>Suggests the usual choices of days; anything <see cref="WeekdayText.Get"/> reads may be typed.</summary>
public sealed class CompleteDays : ICompletion
{
    private static readonly string[] Usual = ["every day", "weekdays", "mon, wed, fri", "tue, thu", "mon-sat", "weekend"];

    public Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Choice>>(
            [.. Usual.Where(u => u.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Select(u => new Choice(u, u))]);
}
