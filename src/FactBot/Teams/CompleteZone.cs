using System.Globalization;
using FactBot.Chat;
using FactBot.Domain.Teams;
using NodaTime;
using NodaTime.TimeZones;

namespace FactBot.Teams;

/// <summary>Suggests time zones, each with its current offset; cities match without their continent.</summary>
public sealed class CompleteZone(TimeProvider time) : ICompletion
{
    private static readonly string[] Ids =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(z => z.ZoneId).Append("Etc/UTC").Distinct().Order(StringComparer.Ordinal)];

    public Task<IReadOnlyList<Choice>> CompleteAsync(
        Request request, Team team, string typed, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var wanted = typed.Trim().Replace(' ', '_');
        IReadOnlyList<Choice> choices =
        [
            .. Ids.Concat(DateTimeZoneProviders.Tzdb.Ids).Distinct().Where(id => id.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderBy(id => Ids.Contains(id) ? 0 : 1)
                .ThenBy(id => City(id).StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .Take(25)
                .Select(id => new Choice(Label(id, now), id)),
        ];
        return Task.FromResult(choices);
    }

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string Label(string id, Instant now) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} (UTC{DateTimeZoneProviders.Tzdb[id].GetUtcOffset(now):m})");
}
