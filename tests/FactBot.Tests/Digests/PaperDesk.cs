using FactBot.Domain.Digests;
using NodaTime;

namespace FactBot.Tests.Digests;

/// <summary>
/// A desk's digests with nothing else of the desk: it knows what stands in its rows, which outlive every restart, and looks
/// whenever it is told to.
/// </summary>
internal sealed class PaperDesk
{
    private readonly Instant begin;
    private string zone;
    private Instant changedAt;
    private int madeBefore;

    public PaperDesk(string zone, TimeOnly time, Instant begin)
    {
        (this.zone, this.begin, Now, changedAt) = (zone, begin, begin, begin);
        Plan.Begin(time, begin.ToDateTimeOffset());
    }

    public DigestPlan Plan { get; } = new();

    public Instant Now { get; private set; }

    public List<MadeDigest> Made { get; } = [];

    public void Pass(Duration duration)
    {
        Now += duration;
        Look();
    }

    /// <summary>How long until it looks next, if nobody changes anything.</summary>
    public Duration UntilNextLook() => Instant.FromDateTimeOffset(Plan.FindNextLook(zone, Now.ToDateTimeOffset())) - Now;

    public void PassDays(int days, Random random)
    {
        for (var end = Now + Duration.FromDays(days); Now < end;)
        {
            Pass(Duration.FromMinutes(random.Next(1, 600)));
        }
    }

    public void Change(string to, TimeOnly time)
    {
        (zone, changedAt, madeBefore) = (to, Now, Made.Count);
        Plan.Move(time, Now.ToDateTimeOffset());
        Look();
    }

    public void AssertOneForEachDate(string what)
    {
        var expected = SlotsOf(begin, Now - Duration.FromMinutes(720)).ToList();
        var made = Made.Where(d => d.Slot.Due <= (Now - Duration.FromMinutes(720)).ToDateTimeOffset()).Select(d => d.Slot).ToList();
        Assert.True(expected.SequenceEqual(made), $"{what}: {string.Join(", ", expected.Except(made).Concat(made.Except(expected)).Take(5))}");
        Assert.All(Made, d => Assert.True(d.Slot.Due <= d.Until.ToDateTimeOffset()));
        AssertNoGap(what);
    }

    /// <summary>In the calendar that is in force since the last change.</summary>
    public void AssertSinceChange(string what)
    {
        AssertNoGap(what);
        var dates = Made.Select(d => Instant.FromDateTimeOffset(d.Slot.Due).InZone(Zone).Date).ToList();
        var first = changedAt.InZone(Zone).Date;
        var late = Now - Duration.FromMinutes(720);
        foreach (var slot in SlotsOf(changedAt - Duration.FromDays(1), late).Where(s => s.Date >= first))
        {
            Assert.True(dates.Contains(slot.Date), $"{what}: none on {slot.Date} in {zone}, changed at {changedAt}");
        }

        Assert.True(dates.Skip(madeBefore).All(d => dates.Count(date => date == d) == 1), $"{what}: two on one date in {zone}, changed at {changedAt}");
    }

    private DateTimeZone Zone => DateTimeZoneProviders.Tzdb[zone];

    private void AssertNoGap(string what) =>
        Assert.True(Made.Zip(Made.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.Slot.Due < p.Second.Slot.Due), $"{what}: a period is missing, doubled or out of order");

    private void Look()
    {
        var last = Made.Count == 0 ? (DateTimeOffset?)null : Made[^1].Slot.Due;
        if (Plan.FindDue(zone, last, Now.ToDateTimeOffset()) is { } slot)
        {
            Made.Add(new(slot, Made.Count == 0 ? begin : Made[^1].Until, Now));
        }
    }

    /// <summary>What should be, worked out from the zone's map of each date: the offset before a gap, the first of two.</summary>
    private IEnumerable<DigestSlot> SlotsOf(Instant from, Instant to)
    {
        for (var date = from.InZone(Zone).Date; date <= to.InZone(Zone).Date.PlusDays(1); date = date.PlusDays(1))
        {
            var local = date.At(LocalTime.FromTimeOnly(Plan.Time));
            var map = Zone.MapLocal(local);
            var due = map.Count > 0 ? map.First().ToInstant() : local.WithOffset(map.EarlyInterval.WallOffset).ToInstant();
            if (due >= from && due <= to && due.InZone(Zone).Date == date)
            {
                yield return new(date, due.ToDateTimeOffset());
            }
        }
    }
}

internal sealed record MadeDigest(DigestSlot Slot, Instant From, Instant Until);
