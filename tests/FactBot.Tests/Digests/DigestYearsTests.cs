using FactBot.Digests;
using NodaTime;

namespace FactBot.Tests.Digests;

/// <summary>
/// Simulated years: a desk that looks at odd moments, is down at times, and changes its mind. FACTBOT_CLOCKS is the number
/// of zones (600 for all), FACTBOT_CLOCKS_SEED the seed.
/// </summary>
public class DigestYearsTests(ITestOutputHelper output)
{
    private static readonly string[] Named =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca",
        "Africa/Cairo", "Asia/Tehran", "Europe/Kyiv", "Asia/Beirut", "Asia/Gaza", "Asia/Amman", "Asia/Damascus",
        "America/Asuncion", "America/Santiago", "America/Havana", "America/Sao_Paulo", "America/Mexico_City",
        "America/Ciudad_Juarez", "America/Nuuk", "America/Scoresbysund", "America/St_Johns", "America/Caracas",
        "Atlantic/Azores", "Africa/El_Aaiun", "Africa/Juba", "Africa/Khartoum", "Europe/Volgograd", "Europe/Istanbul",
        "Europe/Dublin", "Europe/London", "Europe/Chisinau", "Asia/Almaty", "Asia/Qyzylorda", "Asia/Pyongyang",
        "Asia/Colombo", "Asia/Kolkata", "Australia/Adelaide", "Australia/Eucla", "Pacific/Chatham", "Pacific/Fiji",
        "Pacific/Norfolk", "Pacific/Kiritimati", "Pacific/Honolulu", "Pacific/Pago_Pago", "Pacific/Easter", "Antarctica/Troll",
        "Antarctica/Casey", "Etc/UTC",
    ];

    private static readonly Instant Begin = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2031, 1, 1, 0, 0);

    private static IEnumerable<string> Zones =>
        Named.Union(DateTimeZoneProviders.Tzdb.Ids).Take(Campaign.Setting("FACTBOT_CLOCKS", Named.Length));

    [Fact]
    public void Eleven_years_in_many_zones_have_one_digest_for_each_date_and_no_gap_between_two()
    {
        var random = new Random(Campaign.Setting("FACTBOT_CLOCKS_SEED", 1));
        var (digests, looks) = (0, 0);
        foreach (var zone in Zones)
        {
            var desk = new PaperDesk(zone, new TimeOnly(random.Next(24), random.Next(60)), Begin);
            while (desk.Now < End)
            {
                desk.Pass(OddStep(random));
                looks++;
            }

            desk.AssertOneForEachDate(zone);
            digests += desk.Made.Count;
        }

        output.WriteLine($"{Zones.Count()} zones, {digests:N0} digests, {looks:N0} looks");
    }

    [Fact]
    public void A_desk_that_looks_only_when_it_planned_to_makes_the_same_digests()
    {
        var random = new Random(Campaign.Setting("FACTBOT_CLOCKS_SEED", 1));
        foreach (var zone in Zones)
        {
            var desk = new PaperDesk(zone, new TimeOnly(random.Next(24), random.Next(60)), Begin);
            while (desk.Now < End)
            {
                desk.Pass(desk.UntilNextLook());
            }

            desk.AssertOneForEachDate(zone);
            Assert.All(desk.Made, d => Assert.Equal(d.Slot.Due, d.Until.ToDateTimeOffset()));
        }
    }

    [Fact]
    public void Times_on_and_around_every_gap_and_overlap_have_one_digest_too()
    {
        var random = new Random(Campaign.Setting("FACTBOT_CLOCKS_SEED", 1));
        var cases = 0;
        foreach (var zone in Zones)
        {
            foreach (var change in DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Begin, End).Where(i => i.HasStart && i.Start > Begin))
            {
                foreach (var time in TimesAround(change, DateTimeZoneProviders.Tzdb[zone].GetZoneInterval(change.Start - Duration.Epsilon)))
                {
                    var desk = new PaperDesk(zone, time, change.Start - Duration.FromDays(3));
                    while (desk.Now < change.Start + Duration.FromDays(3))
                    {
                        desk.Pass(OddStep(random));
                    }

                    desk.AssertOneForEachDate($"{zone} {time} around {change.Start}");
                    cases++;
                }
            }
        }

        Assert.True(cases > 1000, $"only {cases} cases");
        output.WriteLine($"{Zones.Count()} zones, {cases:N0} times around a change of clocks");
    }

    [Fact]
    public void Whoever_changes_zone_time_or_days_during_the_day_gets_neither_two_nor_none()
    {
        var random = new Random(Campaign.Setting("FACTBOT_CLOCKS_SEED", 1));
        var zones = Zones.ToArray();
        for (var run = 0; run < zones.Length * 4; run++)
        {
            var start = Begin + Duration.FromHours(random.Next(24 * 365 * 10));
            var desk = new PaperDesk(zones[run % zones.Length], new TimeOnly(random.Next(24), random.Next(60)), start);
            desk.PassDays(2, random);
            for (var change = 0; change < 5; change++)
            {
                desk.Change(zones[random.Next(zones.Length)], new TimeOnly(random.Next(24), random.Next(60)));
                desk.PassDays(random.Next(1, 4), random);
                desk.AssertSinceChange($"run {run}, change {change}");
            }
        }
    }

    [Theory]
    [InlineData(72, 1)]
    [InlineData(72 + 11, 1)]
    [InlineData(72 + 13, 0)]
    public void A_desk_that_was_down_for_three_days_makes_one_digest_of_them(int hoursDown, int madeAtOnce)
    {
        foreach (var zone in Zones)
        {
            var nine = Begin.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.At(new LocalTime(9, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
            var desk = new PaperDesk(zone, new TimeOnly(9, 0), nine - Duration.FromHours(1));
            desk.Pass(Duration.FromHours(1));
            Assert.Single(desk.Made);

            desk.Pass(Duration.FromHours(hoursDown));
            Assert.Equal(1 + madeAtOnce, desk.Made.Count);
            desk.Pass(Duration.FromHours(96 - hoursDown));
            Assert.Equal(2 + madeAtOnce, desk.Made.Count);
            Assert.Equal(desk.Made[0].Until, desk.Made[1].From);
            Assert.True(desk.Made[1].Until - desk.Made[1].From >= Duration.FromDays(3));
        }
    }

    [Fact]
    public void Digests_come_on_the_chosen_days_alone_and_none_in_a_pause()
    {
        var desk = new PaperDesk("Europe/Berlin", new TimeOnly(2, 30), Begin);
        desk.Plan.Choose(WeekdayText.Get("mon, wed"), null, null);
        desk.PassDays(365, new Random(1));
        Assert.All(desk.Made, d => Assert.Contains(d.Slot.Date.DayOfWeek, new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday }));
        Assert.InRange(desk.Made.Count, 104, 105);

        var made = desk.Made.Count;
        var resumesAt = desk.Now + Duration.FromDays(30);
        desk.Plan.Pause(resumesAt.ToDateTimeOffset());
        desk.PassDays(60, new Random(2));
        Assert.All(desk.Made.Skip(made), d => Assert.True(d.Until >= resumesAt));
        Assert.Equal(desk.Made[made - 1].Until, desk.Made[made].From);
        Assert.InRange(desk.Made.Count - made, 8, 9);
    }

    /// <summary>Mostly minutes and hours, now and then a night's outage; never more than a digest may be late.</summary>
    private static Duration OddStep(Random random) => random.Next(5) switch
    {
        0 => Duration.FromSeconds(random.Next(1, 7200)),
        1 or 2 => Duration.FromMinutes(random.Next(1, 400)),
        _ => Duration.FromMinutes(random.Next(1, 719)),
    };

    private static IEnumerable<TimeOnly> TimesAround(NodaTime.TimeZones.ZoneInterval after, NodaTime.TimeZones.ZoneInterval before)
    {
        var (from, to) = (before.IsoLocalEnd, after.IsoLocalStart);
        var middle = from.PlusSeconds(Period.Between(from, to, PeriodUnits.Seconds).Seconds / 2);
        return new[] { from, to, middle }.SelectMany(t => new[] { -1, 0, 1 }.Select(minutes => t.PlusMinutes(minutes)))
            .Select(t => new TimeOnly(t.Hour, t.Minute)).Distinct();
    }
}
