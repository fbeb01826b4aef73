using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Reminders;

namespace FactBot.Tests.Reminders;

public class ReminderTests
{
    [Fact]
    public async Task A_reviewer_is_reminded_at_half_time_when_due_and_a_day_after_each_once_in_the_claim_s_thread()
    {
        await using var desk = await AssignedAsync();
        Assert.Empty(await RemindersAsync(desk));
        await PassAsync(desk, 23);
        Assert.Empty(await RemindersAsync(desk));
        await PassAsync(desk, 1);
        var half = Assert.Single(await RemindersAsync(desk));
        Assert.Contains("half of your time for #1 is over", half.Text!.ToString());
        Assert.Equal([desk.Ben.Id], half.Pings);
        Assert.Equal("Vote", Assert.Single(half.Buttons).Label.ToString());
        await PassAsync(desk, 23);
        Assert.Single(await RemindersAsync(desk));
        await PassAsync(desk, 1);
        Assert.Contains("is due", (await RemindersAsync(desk))[1].Text!.ToString());
        await PassAsync(desk, 24);
        var offer = (await RemindersAsync(desk))[2];
        Assert.Contains("offered to others", offer.Text!.ToString());
        Assert.Equal(["Take", "Vote"], offer.Buttons.Select(b => b.Label.ToString()));
        await PassAsync(desk, 200);
        Assert.Equal(3, (await RemindersAsync(desk)).Count);
    }

    [Fact]
    public async Task Whoever_has_voted_or_given_it_back_is_reminded_no_more()
    {
        await using var desk = await AssignedAsync();
        await desk.AssignsAsync(desk.Chi);
        await desk.AssignsAsync(desk.Dee);
        await desk.VotesAsync(desk.Ben, "true");
        await desk.RunAsync(desk.Chi, "decline", ("claim", "1"), ("reason", "No time"));
        await PassAsync(desk, 100);
        Assert.Equal([desk.Dee.Id], Assert.Single(await RemindersAsync(desk)).Pings);
    }

    [Fact]
    public async Task Whoever_is_away_is_reminded_when_they_are_back()
    {
        await using var desk = await AssignedAsync();
        await desk.RunAsync(desk.Ben, "me away", ("until", "30h"));
        await PassAsync(desk, 29);
        Assert.Empty(await RemindersAsync(desk));
        await PassAsync(desk, 2);
        Assert.Contains("half of your time", Assert.Single(await RemindersAsync(desk)).Text!.ToString());
    }

    [Fact]
    public async Task Nobody_is_reminded_in_quiet_hours_and_what_fell_into_them_comes_once_when_they_end()
    {
        await using var desk = await AssignedAsync();
        // The desk opens at 14:00 in Kyiv, so half of 48 hours is over at 14:00.
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "quiet-hours"), ("value", "13:30-15:00"))).Answer();
        await PassAsync(desk, 24);
        Assert.Empty(await RemindersAsync(desk));
        await PassAsync(desk, 1);
        Assert.Single(await RemindersAsync(desk));
    }

    [Fact]
    public async Task Of_several_steps_that_were_missed_the_last_alone_is_taken()
    {
        await using var desk = await AssignedAsync();
        await PassAsync(desk, 90);
        Assert.Contains("offered to others", Assert.Single(await RemindersAsync(desk)).Text!.ToString());
    }

    [Fact]
    public async Task A_reminder_that_waited_for_the_chat_says_nothing_once_the_vote_is_in()
    {
        await using var desk = await AssignedAsync();
        desk.Chat.Failures.Enqueue(ChatTrouble.Passing);
        await PassAsync(desk, 24);
        await desk.VotesAsync(desk.Ben, "true");
        await PassAsync(desk, 1);
        Assert.Empty(await RemindersAsync(desk));
    }

    [Fact]
    public async Task A_place_that_is_a_day_late_goes_to_who_takes_it_and_before_that_to_nobody()
    {
        await using var desk = await AssignedAsync();
        await desk.AssignsAsync(desk.Chi);
        await desk.AssignsAsync(desk.Dee);
        Assert.Contains("has its 3 reviewers", (await desk.RunAsync(desk.Eli, "take", ("claim", "1"))).Refusal());
        await PassAsync(desk, 71);
        Assert.Contains("has its 3 reviewers", (await desk.RunAsync(desk.Eli, "take", ("claim", "1"))).Refusal());
        await PassAsync(desk, 2);
        Assert.Contains("yours", (await desk.RunAsync(desk.Eli, "take", ("claim", "1"))).Answer());
        var claim = await desk.ClaimAsync(1);
        Assert.Equal([desk.Chi.Id, desk.Dee.Id, desk.Eli.Id], claim.Panel.Select(a => a.Reviewer).Order(new ById()));
        Assert.Equal(AssignmentState.HandedOver, claim.Assignments.Single(a => a.Reviewer == desk.Ben.Id).State);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_place_that_is_a_day_late_is_offered_although_its_reviewer_is_away_and_others_can_vote_on_it()
    {
        await using var desk = await AssignedAsync();
        await desk.AssignsAsync(desk.Chi);
        await desk.AssignsAsync(desk.Dee);
        await desk.RunAsync(desk.Ben, "me away", ("until", "30d"));
        await PassAsync(desk, 73);
        var offer = (await RemindersAsync(desk)).Find(m => m.Text!.ToString().Contains($"{desk.Ben.Id}", StringComparison.Ordinal))!;
        Assert.Contains("offered to others", offer.Text!.ToString());
        Assert.Empty(offer.Pings);
        var form = (await desk.PressesAsync(desk.Eli, offer.Buttons.Single(b => b.Label.ToString() == "Vote"))).Form!;
        (await desk.FillAsync(desk.Eli, form, ("rating", "true"), ("confidence", "high"), ("reason", "I read it"))).Answer();
        Assert.Equal(AssignmentState.HandedOver, (await desk.ClaimAsync(1)).Assignments.Single(a => a.Reviewer == desk.Ben.Id).State);
        await desk.AssertReplayAsync();
    }

    [Theory]
    [InlineData("22:00-07:00", "23:59", true)]
    [InlineData("22:00-07:00", "06:59", true)]
    [InlineData("22:00-07:00", "07:00", false)]
    [InlineData("22:00-07:00", "21:59", false)]
    [InlineData("13-14", "13:30", true)]
    public void Quiet_hours_may_go_over_midnight(string hours, string time, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietHoursText.Get(hours)!.Value.Cover(TimeOnly.Parse(time, null)));

    [Theory]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("late-early")]
    public void What_are_no_quiet_hours_is_refused(string text) => Assert.Throws<DeskRuleException>(() => QuietHoursText.Get(text));

    /// <summary>Claim 1 is open, and Ben has 48 hours for it.</summary>
    private static async Task<TestDesk> AssignedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.SettleAsync();
        return desk;
    }

    private static async Task PassAsync(TestDesk desk, int hours)
    {
        desk.Clock.Advance(TimeSpan.FromHours(hours));
        await desk.SettleAsync();
    }

    private static ChannelId Thread(TestDesk desk) => new(desk.Chat.In(TestDesk.Review).Single().Id.Value);

    private static Task<List<ChatMessage>> RemindersAsync(TestDesk desk) => Task.FromResult(
        desk.Chat.In(Thread(desk)).Select(m => m.Message).Where(m => m.Buttons.Count > 0).ToList());

    private sealed class ById : IComparer<PersonId>
    {
        public int Compare(PersonId x, PersonId y) => x.Value.CompareTo(y.Value);
    }
}
