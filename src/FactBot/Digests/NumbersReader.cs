using FactBot.Audit;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FactBot.Digests;

/// <summary>Counts what came in, what went out and what was open, from the claims and the audit trail.</summary>
internal sealed class NumbersReader(DeskContext db)
{
    private const int DaysShown = 14;
    private const string HasLedSomewhere = "\"ledTo\"";

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly Stage[] Open = [Stage.Submitted, Stage.Open, Stage.Disputed, Stage.Agreed];

    public async Task<DeskNumbers> ReadAsync(Team team, DateTimeOffset until, CancellationToken cancel)
    {
        var zone = DateTimeZoneProviders.Tzdb[team.Zone];
        var today = DigestSchedule.LocalDateAt(team.Zone, until);
        var dates = Enumerable.Range(0, DaysShown).Select(i => today.PlusDays(i + 1 - DaysShown)).ToList();
        var start = Earlier(StartOf(dates[0]), until - (2 * Week));
        var submitted = await db.Claims.Where(c => c.SubmittedAt >= start).Select(c => c.SubmittedAt).ToListAsync(cancel);
        var published = await PublishedAsync(start, cancel);
        var history = await HistoryAsync(submitted, start, cancel);

        return new DeskNumbers(
            [.. dates.Select(DayOf)],
            WeekFrom(until - Week, until),
            WeekFrom(until - (2 * Week), until - Week));

        DateTimeOffset StartOf(LocalDate date) => zone.AtStartOfDay(date).ToDateTimeOffset();

        DeskDay DayOf(LocalDate date)
        {
            var (from, to) = (StartOf(date), Earlier(StartOf(date.PlusDays(1)), until));
            return new(date, CountIn(submitted, from, to), CountIn(published, from, to), history.CountBefore(to));
        }

        DeskWeek WeekFrom(DateTimeOffset from, DateTimeOffset to) =>
            new(CountIn(submitted, from, to), CountIn(published, from, to), history.CountBefore(to));
    }

    private static int CountIn(List<DateTimeOffset> instants, DateTimeOffset from, DateTimeOffset to) =>
        instants.Count(at => at >= from && at < to);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>When verdicts went out; one that was taken back while it was still held never did.</summary>
    private Task<List<DateTimeOffset>> PublishedAsync(DateTimeOffset start, CancellationToken cancel) => db.Claims
        .SelectMany(c => c.Verdicts)
        .Where(v => v.PublishedAt >= start)
        .Where(v => (v.RetractedAt == null || v.RetractedAt >= v.PublishedAt) && (v.ReplacedAt == null || v.ReplacedAt >= v.PublishedAt))
        .Select(v => v.PublishedAt).ToListAsync(cancel);

    private async Task<OpenHistory> HistoryAsync(List<DateTimeOffset> submitted, DateTimeOffset start, CancellationToken cancel)
    {
        var entries = await db.Audit.AsNoTracking()
            .Where(e => e.At >= start && e.Details!.Contains(HasLedSomewhere)).OrderBy(e => e.Number).ToListAsync(cancel);
        var changes = submitted.Select(at => (at, 1)).ToList();
        var stages = new Dictionary<int, Stage>();
        foreach (var entry in entries)
        {
            if (entry.Deed is ClaimDeed { LedTo: { } after } deed)
            {
                var before = stages.TryGetValue(deed.Claim, out var stage) ? stage : await StageBeforeAsync(entry, deed, cancel);
                stages[deed.Claim] = after;
                changes.Add((entry.At, (Open.Contains(after) ? 1 : 0) - (Open.Contains(before) ? 1 : 0)));
            }
        }

        return new(await db.Claims.CountAsync(c => Open.Contains(c.Stage), cancel), changes);
    }

    /// <summary>Most deeds tell by themselves whether the claim was open before.</summary>
    private async Task<Stage> StageBeforeAsync(AuditEntry entry, ClaimDeed deed, CancellationToken cancel)
    {
        if (deed is VerdictRetracted)
        {
            return Stage.Published;
        }

        if (deed is not ClaimReopened)
        {
            return Stage.Open;
        }

        var earlier = await db.Audit.AsNoTracking()
            .Where(e => e.Number < entry.Number && e.Subject == entry.Subject && e.Details!.Contains(HasLedSomewhere))
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancel);
        return (earlier?.Deed as ClaimDeed)?.LedTo ?? Stage.Open;
    }
}
