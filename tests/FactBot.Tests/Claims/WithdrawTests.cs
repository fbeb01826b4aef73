using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Claims;

public class WithdrawTests
{
    [Fact]
    public async Task Who_submitted_a_claim_takes_it_back_and_nobody_else_does()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        Assert.Contains("nobody else can withdraw it", (await desk.RunAsync(desk.Gus, "claim withdraw", ("claim", "1"))).Refusal());
        Assert.Contains("nobody else can withdraw it", (await desk.RunAsync(desk.Ada, "claim withdraw", ("claim", "1"))).Refusal());
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Answer();
        Assert.Equal(Stage.Withdrawn, (await desk.ClaimAsync(1)).Stage);
        Assert.Contains("already been withdrawn", (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Refusal());
    }

    [Fact]
    public async Task What_is_withdrawn_under_review_leaves_its_reviewers_queues_and_they_are_told()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Answer();
        Assert.Equal(AssignmentState.Released, Assert.Single((await desk.ClaimAsync(1)).Assignments).State);
        Assert.Contains("Nothing waits", (await desk.RunAsync(desk.Ben, "queue")).Answer());
        var told = (await desk.NoticesAsync(1))[^1].Message;
        Assert.Equal([desk.Ben.Id], told.Pings);
        Assert.Contains("was withdrawn", told.Text!.ToString());
    }

    [Fact]
    public async Task Who_was_released_before_is_not_told_that_it_was_withdrawn()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben);
        await desk.AssignsAsync(desk.Chi);
        await desk.RunAsync(desk.Ada, "release", ("claim", "1"), ("reviewer", $"{desk.Ben.Id}"));
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Answer();
        Assert.Equal([desk.Chi.Id], (await desk.NoticesAsync(1))[^1].Message.Pings);

        (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "It matters"))).Answer();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Answer();
        Assert.DoesNotContain("withdrawn", (await desk.NoticesAsync(1))[^1].Message.Text!.ToString());
    }

    [Fact]
    public async Task Once_somebody_has_voted_it_is_too_late()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        Assert.Contains("ask an editor", (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"))).Refusal());
    }
}
