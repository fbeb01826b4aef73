using FactBot.Chat;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Verdicts;

/// <summary>A verdict that is held back: nobody but editors reads it before it goes out, and until then it can be stopped.</summary>
public class HoldTests
{
    [Fact]
    public async Task A_held_verdict_is_on_no_card_and_in_nobody_s_hands_until_it_goes_out()
    {
        await using var desk = await HoldingAsync();
        await desk.AgreeAsync();
        (await desk.PublishesAsync()).Answer();
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.Verdicts));
        Assert.DoesNotContain(Surface.TextsOf(desk.CardOf(1)), t => t.Contains("True", StringComparison.Ordinal));
        Assert.Contains(Surface.TextsOf(desk.CardOf(1)), t => t.Contains("held back", StringComparison.Ordinal));
        Assert.Contains("goes out", (await desk.RunAsync(desk.Fay, "verdict show", ("claim", "1"))).Refusal());
        (await desk.RunAsync(desk.Fay, "verdict history", ("claim", "1"))).Refusal();
        Assert.NotNull((await desk.RunAsync(desk.Ada, "verdict show", ("claim", "1"))).Card);

        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains("The verdict on #1 is **True**", (await desk.NoticesAsync(1))[^1].Message.Text!.ToString());
        Assert.Single(desk.Chat.In(TestDesk.Verdicts));
        Assert.Contains("Rating: **True**", Surface.TextsOf(desk.CardOf(1)));
        Assert.NotNull((await desk.RunAsync(desk.Fay, "verdict show", ("claim", "1"))).Card);
    }

    [Theory]
    [InlineData("verdict retract", Stage.Retracted)]
    [InlineData("claim reopen", Stage.Open)]
    public async Task What_is_stopped_in_time_never_goes_out(string command, Stage stage)
    {
        await using var desk = await HoldingAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var stopped = command == "verdict retract" ? await desk.RetractsAsync(reason: "A doubt") : await desk.RunAsync(desk.Ada, command, ("claim", "1"), ("reason", "A doubt"));
        Assert.Contains("held back", stopped.Answer());
        desk.Clock.Advance(TimeSpan.FromDays(2));
        var notices = await desk.NoticesAsync(1);
        Assert.Empty(desk.Chat.In(TestDesk.Verdicts));
        Assert.DoesNotContain(notices, n => n.Message.Text!.ToString().Contains("**True**", StringComparison.Ordinal));
        Assert.Equal(stage, (await desk.ClaimAsync(1)).Stage);
        Assert.DoesNotContain(desk.Chat.In(TestDesk.DigestChannel), m => Surface.TextsOf(m).Any(t => t.Contains("Verdicts published", StringComparison.Ordinal)));
        (await desk.RunAsync(desk.Fay, "verdict history", ("claim", "1"))).Refusal();
    }

    [Fact]
    public async Task The_verdict_before_stands_until_the_held_one_goes_out_and_goes_on_if_that_is_stopped()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "hold"), ("value", "2"));
        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "A new source"));
        await desk.VoteAllAsync("false");
        await desk.PublishesAsync();
        await desk.SettleAsync();
        Assert.Equal(["#1 · True"], Titles(desk));
        Assert.Contains("True", (await desk.RunAsync(desk.Fay, "verdict show", ("claim", "1"))).Card!.Title.ToString());

        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "Wait"));
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.SettleAsync();
        Assert.Equal(["#1 · True"], Titles(desk));
        await desk.VoteAllAsync("mixed");
        await desk.PublishesAsync();
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.SettleAsync();
        Assert.Equal(["#1 · Corrected", "#1 · Mixed"], Titles(desk));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_held_verdict_that_is_corrected_goes_out_corrected_alone()
    {
        await using var desk = await HoldingAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.SettleAsync();
        Assert.Equal(["#1 · Mixed"], Titles(desk));
    }

    private static List<string> Titles(TestDesk desk) => [.. desk.Chat.In(TestDesk.Verdicts).Select(m => $"{m.Card.Title}")];

    private static async Task<TestDesk> HoldingAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "hold"), ("value", "2"))).Answer();
        return desk;
    }
}
