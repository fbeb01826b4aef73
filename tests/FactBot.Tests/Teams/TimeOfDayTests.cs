using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Tests.Teams;

public class TimeOfDayTests
{
    [Theory]
    [InlineData("09:00", "09:00")]
    [InlineData("9:00", "09:00")]
    [InlineData("9", "09:00")]
    [InlineData("0930", "09:30")]
    [InlineData("9 am", "09:00")]
    [InlineData("5:30pm", "17:30")]
    [InlineData("23.45", "23:45")]
    public void A_time_is_read_as_people_write_it(string text, string time) =>
        Assert.Equal(TimeOnly.Parse(time, null), TimeOfDay.Get(text));

    [Theory]
    [InlineData("25:00")]
    [InlineData("nine")]
    [InlineData("9:60")]
    [InlineData("")]
    public void Anything_else_is_refused(string text) => Assert.Throws<DeskRuleException>(() => TimeOfDay.Get(text));

    [Theory]
    [InlineData("EST", "America/New_York")]
    [InlineData("mst", "America/Denver")]
    [InlineData(" HST ", "Pacific/Honolulu")]
    public void A_zone_without_daylight_saving_time_is_asked_about(string zone, string place) =>
        Assert.Contains(place, Assert.Throws<DeskRuleException>(() => TeamZone.Get(zone)).Message);
}
