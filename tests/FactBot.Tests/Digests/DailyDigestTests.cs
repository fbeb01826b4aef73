using FactBot.Chat;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Digests;

public class DailyDigestTests
{
    [Fact]
    public async Task The_digest_goes_out_once_for_each_local_date()
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var hour = 0; hour < 24 * 5; hour++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));
            await desk.SettleAsync();
        }

        var keys = await desk.LookAsync(db => db.Digests.OrderBy(d => d.Id).Select(d => d.Key).ToListAsync());
        Assert.Equal(["daily 2026-11-23 Europe/Kyiv", "daily 2026-11-24 Europe/Kyiv", "daily 2026-11-25 Europe/Kyiv", "daily 2026-11-26 Europe/Kyiv", "daily 2026-11-27 Europe/Kyiv"], keys);
        Assert.Equal(5, desk.Chat.In(TestDesk.DigestChannel).Count());
    }

    [Fact]
    public async Task No_digest_goes_out_for_a_time_that_was_past_when_the_desk_was_set_up()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.DigestChannel));
    }

    [Fact]
    public async Task A_digest_covers_from_the_end_of_the_last_one()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "digest now");
        desk.Clock.Advance(TimeSpan.FromHours(20));
        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await desk.SettleAsync();
        var digests = await desk.LookAsync(db => db.Digests.OrderBy(d => d.Until).ToListAsync());
        Assert.Equal(2, digests.Count);
        Assert.Equal(digests[0].Until, digests[1].From);
        var last = desk.Chat.In(TestDesk.DigestChannel).Last().Card;
        Assert.Contains("1 new claim", last.Text!.ToString());
        Assert.Contains(last.Fields, f => f.Name.ToString() == "Waiting for triage (1)");
    }

    [Fact]
    public async Task Digests_asked_for_at_the_same_moment_are_one()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => desk.RunAsync(i == 0 ? desk.Hal : desk.Ada, "digest now"))));
        Assert.Equal(2, replies.Count(r => r.Answer().Contains("A digest has just gone out", StringComparison.Ordinal)));
        desk.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Contains("has just gone out", (await desk.RunAsync(desk.Ada, "digest now")).Answer());
        Assert.Equal(1, await desk.LookAsync(db => db.Digests.CountAsync()));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("The digest goes out", (await desk.RunAsync(desk.Ada, "digest now")).Answer());
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(13, 0)]
    public async Task A_digest_is_up_to_twelve_hours_late_and_then_folded_into_the_next(int hoursLate, int posted)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromHours(19 + hoursLate));
        await desk.SettleAsync();
        Assert.Equal(posted, desk.Chat.In(TestDesk.DigestChannel).Count());

        desk.Clock.Advance(TimeSpan.FromHours(24 - hoursLate));
        await desk.SettleAsync();
        var digests = await desk.LookAsync(db => db.Digests.OrderBy(d => d.Until).ToListAsync());
        Assert.Equal(posted + 1, digests.Count);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), digests[0].From);
        Assert.Equal("The desk on 24 November 2026", desk.Chat.In(TestDesk.DigestChannel).Last().Card.Title.ToString());
    }

    [Fact]
    public async Task A_digest_tells_of_verdicts_and_of_what_waits()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync("false");
        await desk.PublishesAsync();
        await desk.OpenClaimAsync(hasSource: false);
        await desk.RunAsync(desk.Ben, "take", ("claim", "2"));
        desk.Clock.Advance(TimeSpan.FromHours(50));
        await desk.SettleAsync();
        await desk.RunAsync(desk.Ada, "digest now");
        await desk.SettleAsync();

        var fields = desk.Chat.In(TestDesk.DigestChannel).Last().Card.Fields.Select(f => f.Name.ToString()).ToList();
        Assert.Equal(["In review (1)", "Overdue (1)"], fields);
        var first = desk.Chat.In(TestDesk.DigestChannel).First().Card;
        Assert.Contains(first.Fields, f => f.Name.ToString() == "Verdicts published (1)"
            && f.Value.ToString().Contains("**#1** **False**", StringComparison.Ordinal) && f.Value.ToString().Contains("read", StringComparison.Ordinal));
    }
}
