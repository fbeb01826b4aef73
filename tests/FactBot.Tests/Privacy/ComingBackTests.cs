using FactBot.Domain.Claims;

namespace FactBot.Tests.Privacy;

/// <summary>Whoever was forgotten and uses the bot again is no second person beside themselves.</summary>
public class ComingBackTests
{
    [Fact]
    public async Task Nobody_is_the_second_person_beside_themselves()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        Assert.Contains("second person", (await desk.PublishesAsync("1", ("rating", "false"), ("reason", "It is clear"))).Answer());
        await desk.ForgetsAsync(desk.Ada);
        Assert.Null((await desk.ClaimAsync(1)).Proposal);
        (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal();
        Assert.Equal(Stage.Disputed, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task What_somebody_proposed_falls_when_they_keep_out()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        await desk.PublishesAsync("1", ("rating", "false"), ("reason", "It is clear"));
        (await desk.RunAsync(desk.Ada, "recuse", ("claim", "1"))).Answer();
        Assert.Null((await desk.ClaimAsync(1)).Proposal);
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Refusal();
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Nobody_carries_a_claim_of_their_own_by_coming_back()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "quorum"), ("value", "1"));
        await desk.SubmitsAsync(desk.Ben);
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"))).Answer();
        await desk.AddsSourceAsync(desk.Chi);
        await desk.ForgetsAsync(desk.Ben);
        (await desk.VotesAsync(desk.Ben, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        (await desk.VotesAsync(desk.Chi, "true")).Answer();
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);

        // Nor in a later round.
        (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "Look again"))).Answer();
        (await desk.VotesAsync(desk.Ben, "true")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Nobody_decides_alone_on_a_claim_whose_submitter_was_erased()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", "off"));
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        await desk.ForgetsAsync(desk.Fay);
        Assert.Contains("second person", (await desk.PublishesAsync("1", ("rating", "false"), ("reason", "It is clear"))).Answer());
        (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal();
        Assert.Equal(Stage.Disputed, (await desk.ClaimAsync(1)).Stage);
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        Assert.Equal(Stage.Published, (await desk.ClaimAsync(1)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task What_was_decided_alone_before_the_submitter_was_erased_is_replayed()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", "off"));
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        (await desk.PublishesAsync("1", ("rating", "false"), ("reason", "It is clear"))).Answer();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        (await desk.RetractsAsync("1", "It was wrong")).Answer();
        Assert.Equal(Stage.Retracted, (await desk.ClaimAsync(1)).Stage);
        await desk.ForgetsAsync(desk.Fay);
        await desk.AssertReplayAsync();
    }
}
