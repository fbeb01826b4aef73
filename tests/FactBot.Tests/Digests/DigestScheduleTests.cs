using CsCheck;
using FactBot.Digests;

namespace FactBot.Tests.Digests;

public class DigestScheduleTests
{
    [Theory]
    [InlineData("Europe/Kyiv", "09:00", "2026-11-22T06:59:59Z", "2026-11-21")]
    [InlineData("Europe/Kyiv", "09:00", "2026-11-22T07:00:00Z", "2026-11-22")]
    [InlineData("America/New_York", "23:30", "2026-11-23T04:29:59Z", "2026-11-21")]
    [InlineData("America/New_York", "23:30", "2026-11-23T04:30:00Z", "2026-11-22")]
    [InlineData("Pacific/Kiritimati", "00:00", "2026-11-22T10:00:00Z", "2026-11-23")]
    public void The_latest_date_due_is_that_of_the_team_s_own_calendar(string zone, string time, string now, string date) =>
        Assert.Equal(
            DateOnly.Parse(date, null), DigestSchedule.LatestDue(zone, TimeOnly.Parse(time, null), DateTimeOffset.Parse(now, null)).Date);

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z")]
    public void A_time_that_daylight_saving_skips_moves_on_and_one_that_comes_twice_counts_first(
        string zone, string time, string date, string due)
    {
        var slot = DigestSchedule.LatestDue(zone, TimeOnly.Parse(time, null), DateTimeOffset.Parse(due, null));
        Assert.Equal(DateOnly.Parse(date, null), slot.Date);
        Assert.Equal(DateTimeOffset.Parse(due, null), slot.Due);
    }

    [Fact]
    public void Whoever_asks_all_the_time_hears_of_every_date_once_and_in_order() =>
        (from zone in Gen.OneOf("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "Africa/Casablanca", "Etc/UTC")
         from hour in Gen.Int[0, 23]
         from minute in Gen.Int[0, 59]
         from day in Gen.Int[0, 3650]
         from steps in Gen.Int[1, 300].Array[400]
         select (zone, new TimeOnly(hour, minute), day, steps))
        .Sample(
            t =>
            {
                var (zone, time, day, steps) = t;
                var now = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
                var dates = new List<DateOnly>();
                foreach (var minutes in steps)
                {
                    now = now.AddMinutes(minutes);
                    var slot = DigestSchedule.LatestDue(zone, time, now);
                    var next = DigestSchedule.Next(zone, time, now);
                    if (slot.Due > now || next <= now || DigestSchedule.LatestDue(zone, time, next).Date != slot.Date.AddDays(1))
                    {
                        return false;
                    }

                    if (dates.Count == 0 || dates[^1] != slot.Date)
                    {
                        dates.Add(slot.Date);
                    }
                }

                return dates.Zip(dates.Skip(1)).All(p => p.Second == p.First.AddDays(1));
            },
            iter: 100);
}
