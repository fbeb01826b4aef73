using FactBot.Assignments;
using FactBot.Chat;

namespace FactBot.Tests.Assignments;

public class DueTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("24h", "2026-11-23T12:00:00Z")]
    [InlineData("2d", "2026-11-24T12:00:00Z")]
    [InlineData("2 D", "2026-11-24T12:00:00Z")]
    [InlineData("2026-11-25", "2026-11-25T22:00:00Z")]
    [InlineData("2026-11-25T18:00", "2026-11-25T16:00:00Z")]
    [InlineData("2026-11-25 18:00", "2026-11-25T16:00:00Z")]
    [InlineData("2026-11-25T18:00:00Z", "2026-11-25T18:00:00Z")]
    [InlineData("2026-11-25T18:00:00+01:00", "2026-11-25T17:00:00Z")]
    public void A_due_time_is_read_in_the_team_s_zone(string text, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), DueTime.Get(text, "Europe/Kyiv", Now));

    [Theory]
    [InlineData("soon")]
    [InlineData("h")]
    [InlineData("-2d")]
    [InlineData("12")]
    [InlineData("0d")]
    [InlineData("2026-11-21")]
    [InlineData("2026-13-01")]
    [InlineData("2028-01-01")]
    [InlineData("99999d")]
    [InlineData("99999999999d")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("20:30")]
    public void What_is_no_time_or_past_or_far_off_is_refused(string text) =>
        Assert.Throws<DeskRuleException>(() => DueTime.Get(text, "Europe/Kyiv", Now));
}
