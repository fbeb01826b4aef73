using FactBot.Digests;
using FactBot.Domain.Digests;

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
        Assert.Equal(DateOnly.Parse(date, null), Latest(zone, time, now)!.Value.Date.ToDateOnly());

    [Theory]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45:00Z")]
    [InlineData("Asia/Beirut", "00:00", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("America/St_Johns", "00:00", "2010-11-07", "2010-11-07T02:30:00Z")]
    public void A_time_that_daylight_saving_skips_moves_on_and_one_that_comes_twice_counts_first(
        string zone, string time, string date, string due)
    {
        var slot = Latest(zone, time, due)!.Value;
        Assert.Equal(DateOnly.Parse(date, null), slot.Date.ToDateOnly());
        Assert.Equal(DateTimeOffset.Parse(due, null), slot.Due);
    }

    [Fact]
    public void A_date_that_a_zone_left_out_has_no_digest()
    {
        // Samoa went from the 29th to the 31st of December 2011.
        Assert.Equal(29, Latest("Pacific/Apia", "09:00", "2011-12-30T18:59:59Z")!.Value.Date.Day);
        Assert.Equal(31, Latest("Pacific/Apia", "09:00", "2011-12-30T19:00:00Z")!.Value.Date.Day);
    }

    [Theory]
    [InlineData("every day", Weekdays.All, "every day")]
    [InlineData("Weekdays", Weekdays.All & ~(Weekdays.Saturday | Weekdays.Sunday), "from Monday to Friday")]
    [InlineData("mon-fri", Weekdays.All & ~(Weekdays.Saturday | Weekdays.Sunday), "from Monday to Friday")]
    [InlineData("Mo, We,Friday", Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, "on Monday, Wednesday and Friday")]
    [InlineData("sat-mon", Weekdays.Saturday | Weekdays.Sunday | Weekdays.Monday, "on Monday, Saturday and Sunday")]
    [InlineData("sun", Weekdays.Sunday, "on Sunday")]
    public void Days_of_the_week_are_read_as_people_write_them(string text, Weekdays days, string name)
    {
        Assert.Equal(days, WeekdayText.Get(text));
        Assert.Equal(name, WeekdayText.Name(days));
    }

    [Theory]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("m")]
    [InlineData("mon-wed-fri")]
    [InlineData("mon-")]
    [InlineData("-")]
    [InlineData("1,2")]
    public void What_names_no_days_is_refused_with_what_would_do(string text) =>
        Assert.Contains("mon-fri", Assert.Throws<FactBot.Chat.DeskRuleException>(() => WeekdayText.Get(text)).Reason.ToString());

    private static DigestSlot? Latest(string zone, string time, string now) => DigestSchedule.FindLatest(
        new(zone, TimeOnly.Parse(time, null), Weekdays.All), DateTimeOffset.Parse(now, null));
}
