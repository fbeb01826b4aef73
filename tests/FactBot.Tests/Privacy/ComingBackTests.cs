using FactBot.Chat;
using FactBot.Claims;

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
}
