using FactBot.Chat;
using FactBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Digests;

public class ScheduleTests
{
    [Fact]
    public async Task A_time_that_is_moved_into_the_past_brings_today_s_digest_at_once_and_only_one()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Contains("The next daily one comes", (await desk.RunAsync(desk.Ada, "digest schedule", ("time", "20:00"))).Answer());
        desk.Clock.Advance(TimeSpan.FromHours(6));
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.DigestChannel));

        Assert.Contains("Today’s digest goes out now", (await desk.RunAsync(desk.Ada, "digest schedule", ("time", "8:30"))).Answer());
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.DigestChannel));
        await desk.RunAsync(desk.Ada, "digest schedule", ("time", "23:00"), ("zone", "Europe/Berlin"));
        desk.Clock.Advance(TimeSpan.FromHours(11));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.DigestChannel));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_pause_keeps_digests_back_and_the_next_tells_all_that_happened_meanwhile()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains("ends that earlier", (await desk.RunAsync(desk.Ada, "digest pause", ("until", "2026-11-25"))).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.DigestChannel));
        desk.Clock.Advance(TimeSpan.FromHours(20));
        await desk.SettleAsync();
        Assert.Contains("1 new claim", Assert.Single(desk.Chat.In(TestDesk.DigestChannel)).Card.Text!.ToString());

        Assert.Contains("until somebody uses", (await desk.RunAsync(desk.Ada, "digest pause")).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(40));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(TestDesk.DigestChannel));
        Assert.Contains("Digests go out again", (await desk.RunAsync(desk.Ada, "digest resume")).Answer());
        Assert.Contains("is not paused", (await desk.RunAsync(desk.Ada, "digest resume")).Refusal());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.In(TestDesk.DigestChannel).Count());
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Channel_days_and_role_stay_as_they_are_unless_they_are_given_and_everyone_stands_for_nobody()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var first = (await desk.RunAsync(
            desk.Ada, "digest schedule", ("time", "7"), ("days", "weekdays"), ("channel", "555"), ("role", "201"))).Answer();
        Assert.Contains("from Monday to Friday at 07:00", first);
        Assert.Contains("It mentions 201", first);
        Assert.Contains("from Monday to Friday at 10:00", (await desk.RunAsync(desk.Ada, "digest schedule", ("time", "10:00"))).Answer());
        Assert.Contains("It mentions nobody", (await desk.RunAsync(
            desk.Ada, "digest schedule", ("time", "10:00"), ("role", desk.Team.ToString()))).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(new ChannelId(555)));
    }

    [Theory]
    [InlineData("time", "25:00", "is no time of the day")]
    [InlineData("zone", "Mars/Base", "There is no time zone")]
    [InlineData("days", "someday", "names no days")]
    public async Task What_cannot_be_meant_is_refused_and_changes_nothing(string option, string value, string why)
    {
        await using var desk = await TestDesk.SetUpAsync();
        var options = new Dictionary<string, string> { ["time"] = "10:00", [option] = value };
        Assert.Contains(why, (await desk.RunAsync(desk.Ada, "digest schedule", [.. options.Select(o => (o.Key, o.Value))])).Refusal());
        Assert.Equal(new TimeOnly(9, 0), await desk.LookAsync(db => db.Teams.Select(t => t.Digests.Time).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_asked_gets_their_assignments_by_direct_message_with_each_digest()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.AssignsAsync(desk.Chi);
        Assert.Contains("by direct message every day at 09:00", (await desk.RunAsync(desk.Ben, "me digest", ("send", "on"))).Answer());
        await desk.RunAsync(desk.Dee, "me digest", ("send", "on"));
        Assert.Contains("You get no direct messages", (await desk.RunAsync(desk.Chi, "me digest")).Answer());
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        var mine = Assert.Single(desk.Chat.In(PaperChat.DirectWith(desk.Ben.Id))).Card;
        Assert.Contains("#1", mine.Text!.ToString());
        Assert.Empty(desk.Chat.In(PaperChat.DirectWith(desk.Chi.Id)));
        Assert.Empty(desk.Chat.In(PaperChat.DirectWith(desk.Dee.Id)));

        await desk.RunAsync(desk.Ben, "me digest", ("send", "off"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(PaperChat.DirectWith(desk.Ben.Id)));
    }

    [Fact]
    public async Task Whoever_takes_no_direct_messages_is_not_tried_again_until_they_ask_anew()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.RunAsync(desk.Ben, "me digest", ("send", "on"));
        desk.Chat.Unreachable.Add(desk.Ben.Id);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Contains("was not allowed to write to you", (await desk.RunAsync(desk.Ben, "me digest")).Answer());

        desk.Chat.Unreachable.Clear();
        await desk.RunAsync(desk.Ben, "me digest", ("send", "on"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.In(PaperChat.DirectWith(desk.Ben.Id)));
    }
}
