using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary>Suggests the settings with their current values.</summary>
public sealed class CompleteSetting : ICompletion
{
    public Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Choice>>(
        [
            .. Settings.All
                .Select(s => new Choice($"{s.Key} ({s.Read(team)}) · {s.Meaning}", s.Key))
                .Where(c => c.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(25),
        ]);
}

/// <summary>Suggests values for the setting named earlier in the command.</summary>
public sealed class CompleteSettingValue(RatingScales scales) : ICompletion
{
    public Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var setting = Settings.All.FirstOrDefault(s => s.Key == request.FindText("rule"));
        var values = setting?.Key == "scale" ? scales.All.Select(s => s.Name) : setting?.Values ?? [];
        return Task.FromResult<IReadOnlyList<Choice>>(
        [
            .. values.Where(v => v.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(25).Select(v => new Choice(v, v)),
        ]);
    }
}
