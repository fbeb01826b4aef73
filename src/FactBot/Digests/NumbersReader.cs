using FactBot.Audit;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FactBot.Digests;

/// <summary>Counts claims submitted, verdicts published and claims open, from the claims and the audit trail.</summary>
internal sealed class NumbersReader(FactBotDbContext db)
{
    private const int DaysShown = 14;
    private const string HasLedSomewhere = "\"ledTo\"";


    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly Stage[] Open = [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed];

    /// <summary>Reads the two weeks up to an instant.</summary>
    public async Task<DeskNumbers> ReadAsync(Team team, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var dates = DatesUntil(team, until, DaysShown, 1);
        var counts = await CountAsync(Earlier(StartOf(team, dates[0]), until - (2 * Week)), cancellationToken);
        return new DeskNumbers(
            [.. dates.Select(date => DayOf(counts, team, date, 1, until))],
            WeekFrom(counts, until - Week, until),
            WeekFrom(counts, until - (2 * Week), until - Week));
    }

    /// <summary>Reads the last days up to an instant, combining several days into one if there are many.</summary>
    public async Task<IReadOnlyList<DeskDay>> ReadDaysAsync(Team team, DateTimeOffset until, int days, CancellationToken cancellationToken)
    {
        var step = (days + DaysShown - 1) / DaysShown;
        var dates = DatesUntil(team, until, (days + step - 1) / step, step);
        var counts = await CountAsync(StartOf(team, dates[0]), cancellationToken);
        return [.. dates.Select(date => DayOf(counts, team, date, step, until))];
    }

    private static List<LocalDate> DatesUntil(Team team, DateTimeOffset until, int count, int step)
    {
        var today = DigestSchedule.LocalDateAt(team.Zone, until);
        return [.. Enumerable.Range(1, count).Select(i => today.PlusDays(1 - ((count + 1 - i) * step)))];
    }

    private static DateTimeOffset StartOf(Team team, LocalDate date) =>
        DateTimeZoneProviders.Tzdb[team.Zone].AtStartOfDay(date).ToDateTimeOffset();

    private static DeskDay DayOf(Counts counts, Team team, LocalDate date, int step, DateTimeOffset until)
    {
        var (from, to) = (StartOf(team, date), Earlier(StartOf(team, date.PlusDays(step)), until));
        return new(date, CountIn(counts.Submitted, from, to), CountIn(counts.Published, from, to), counts.History.CountBefore(to), step);
    }

    private static DeskWeek WeekFrom(Counts counts, DateTimeOffset from, DateTimeOffset to) =>
        new(CountIn(counts.Submitted, from, to), CountIn(counts.Published, from, to), counts.History.CountBefore(to));

    private async Task<Counts> CountAsync(DateTimeOffset start, CancellationToken cancellationToken)
    {
        var submitted = await db.Claims.Where(c => c.SubmittedAt >= start).Select(c => c.SubmittedAt).ToListAsync(cancellationToken);
        return new(submitted, await PublishedAsync(start, cancellationToken), await HistoryAsync(submitted, start, cancellationToken));
    }

    private static int CountIn(List<DateTimeOffset> instants, DateTimeOffset from, DateTimeOffset to) =>
        instants.Count(at => at >= from && at < to);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>Returns when verdicts became public; one withdrawn while still on hold never did.</summary>
    private Task<List<DateTimeOffset>> PublishedAsync(DateTimeOffset start, CancellationToken cancellationToken) => db.Claims
        .SelectMany(c => c.Verdicts)
        .Where(v => v.PublishedAt >= start)
        .Where(v => (v.RetractedAt == null || v.RetractedAt >= v.PublishedAt) && (v.ReplacedAt == null || v.ReplacedAt >= v.PublishedAt))
        .Select(v => v.PublishedAt).ToListAsync(cancellationToken);

    private async Task<OpenHistory> HistoryAsync(List<DateTimeOffset> submitted, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var erasures = await db.Audit.AsNoTracking()
            .Where(e => e.At >= start && (e.Action == PersonForgotten.Name || e.Action == PastErased.Name)).ToListAsync(cancellationToken);
        var erased = new Dictionary<int, Stage>();
        foreach (var (number, way) in erasures.Select(e => e.Event).OfType<Erasure>().SelectMany(e => e.LedTo ?? new Dictionary<int, Stage>()))
        {
            erased[number] = way;
        }

        var lost = erased.Keys.ToList();
        var entries = await db.Audit.AsNoTracking()
            .Where(e => e.At >= start && (e.Details!.Contains(HasLedSomewhere) || lost.Contains(e.Number))).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var changes = submitted.Select(at => (at, 1)).ToList();
        var stages = new Dictionary<string, Stage>();
        foreach (var entry in entries)
        {
            if (((entry.Event as ClaimEvent)?.LedTo ?? (erased.TryGetValue(entry.Number, out var way) ? way : null)) is not { } after)
            {
                continue;
            }

            var before = stages.TryGetValue(entry.Subject, out var stage) ? stage : await StageBeforeAsync(entry, erased, cancellationToken);
            stages[entry.Subject] = after;
            changes.Add((entry.At, (Open.Contains(after) ? 1 : 0) - (Open.Contains(before) ? 1 : 0)));
        }

        return new(await db.Claims.CountAsync(c => Open.Contains(c.Stage), cancellationToken), changes);
    }

    /// <summary>Returns the stage before an event; most kinds of event imply whether the claim was open.</summary>
    private async Task<Stage> StageBeforeAsync(AuditEntry entry, Dictionary<int, Stage> erased, CancellationToken cancellationToken)
    {
        if (entry.Action == EventWords.Retracted)
        {
            return Stage.Published;
        }

        if (entry.Action != EventWords.SentBack)
        {
            return Stage.Open;
        }

        var lost = erased.Keys.ToList();
        var earlier = await db.Audit.AsNoTracking()
            .Where(e => e.Number < entry.Number && e.Subject == entry.Subject && (e.Details!.Contains(HasLedSomewhere) || lost.Contains(e.Number)))
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        return (earlier?.Event as ClaimEvent)?.LedTo ?? (earlier is not null && erased.TryGetValue(earlier.Number, out var way) ? way : Stage.Open);
    }

    private sealed record Counts(List<DateTimeOffset> Submitted, List<DateTimeOffset> Published, OpenHistory History);
}
