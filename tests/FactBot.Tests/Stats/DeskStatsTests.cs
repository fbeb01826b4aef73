namespace FactBot.Tests.Stats;

public class DeskStatsTests
{
    [Fact]
    public async Task The_numbers_of_a_period_are_those_of_what_was_done_in_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The plan has 28 points."), ("claimant", "The envoy"));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.RunAsync(desk.Ben, "claim topics", ("claim", "1"), ("topics", "Diplomacy"));
        await desk.AddsSourceAsync(desk.Ben);
        await desk.VoteAllAsync("true", "true", "mostly-true");
        desk.Clock.Advance(TimeSpan.FromHours(6));
        await desk.PublishesAsync();
        await desk.SubmitsAsync(desk.Gus, "The envoy is 68.");
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben, "3");
        desk.Clock.Advance(TimeSpan.FromDays(3));

        var texts = Surface.TextsOf((await desk.RunAsync(desk.Ben, "desk stats", ("days", "7"))).Card!).ToList();
        var text = texts[1];
        Assert.Contains("**3 claims** submitted, **1 verdict** published, 0 corrections, 0 retractions", text);
        Assert.Contains("within **6 hours**", text);
        Assert.Contains("late now: **1**", text);
        Assert.Contains("on 1 claim", text);
        Assert.Contains("Where these claims are now: Submitted 1 · Open 1 · Published 1", texts);
        Assert.Contains(texts, t => t.StartsWith("Reviewers: ", StringComparison.Ordinal) && t.Contains($"{desk.Ben.Id}: 1 vote, 1 owed", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("The envoy: 1 of 1", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("diplomacy: 1 of 1", StringComparison.OrdinalIgnoreCase));

        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("**0 claims** submitted, **0 verdicts**", Surface.TextsOf((await desk.RunAsync(desk.Ben, "desk stats", ("days", "7"))).Card!).ElementAt(1));
    }

    [Fact]
    public async Task A_round_that_is_open_adds_nothing_to_agreement_before_it_closes()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.OpenClaimAsync();
        var before = Surface.TextsOf((await desk.RunAsync(desk.Ben, "desk stats")).Card!).ElementAt(1);
        await desk.VotesAsync(desk.Ben, "false", "2");
        await desk.VotesAsync(desk.Chi, "true", "2");
        Assert.Equal(before, Surface.TextsOf((await desk.RunAsync(desk.Ben, "desk stats")).Card!).ElementAt(1));
    }
}
