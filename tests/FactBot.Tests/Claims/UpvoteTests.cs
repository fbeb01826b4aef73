using FactBot.Chat;

namespace FactBot.Tests.Claims;

public class UpvoteTests
{
    [Fact]
    public async Task Each_person_counts_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        Assert.Contains("You are the first", (await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"))).Answer());
        Assert.Contains("each person counts once", (await desk.RunAsync(desk.Gus, "claim want", ("claim", "#1"))).Refusal());
        Assert.Contains("2 people want it", (await desk.RunAsync(desk.Ben, "claim want", ("claim", "1"))).Answer());
        Assert.Equal(2, (await desk.ClaimAsync(1)).Upvotes.Count);
        Assert.Contains("Wanted by: 2", string.Join(' ', Surface.TextsOf((await desk.RunAsync(desk.Fay, "claim show", ("claim", "1"))).Card!)));
    }

    [Fact]
    public async Task Nobody_asks_for_what_is_checked_already()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        Assert.Contains("has closed with agreement", (await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"))).Refusal());
    }

    [Theory]
    [InlineData(null, "#5 #4 #3 #2 #1")]
    [InlineData("newest", "#5 #4 #3 #2 #1")]
    [InlineData("age", "#1 #2 #3 #4 #5")]
    [InlineData("demand", "#3 #2 #1 #4 #5")]
    [InlineData("priority", "#4 #1 #2 #3 #5")]
    [InlineData("due", "#5 #2 #1 #3 #4")]
    public async Task The_list_is_sorted_as_one_asks(string? sort, string order)
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var number = 1; number <= 5; number++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await desk.OpenClaimAsync(hasSource: false);
        }

        await desk.RunAsync(desk.Gus, "claim want", ("claim", "3"));
        await desk.RunAsync(desk.Ben, "claim want", ("claim", "3"));
        await desk.RunAsync(desk.Gus, "claim want", ("claim", "2"));
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "4"), ("priority", "breaking"));
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "5"), ("priority", "slow"));
        await desk.RunAsync(desk.Ada, "assign", ("claim", "2"), ("reviewer", $"{desk.Ben.Id}"), ("due", "24h"));
        await desk.RunAsync(desk.Ada, "assign", ("claim", "5"), ("reviewer", $"{desk.Ben.Id}"), ("due", "3h"));
        await desk.RunAsync(desk.Ada, "assign", ("claim", "5"), ("reviewer", $"{desk.Chi.Id}"), ("due", "5d"));

        var list = sort is null ? await desk.RunAsync(desk.Fay, "claim list") : await desk.RunAsync(desk.Fay, "claim list", ("sort", sort));
        var lines = list.Card!.Text!.ToString().Split('\n');
        Assert.Equal(order, string.Join(' ', lines.Select(l => l.Split(' ')[0].Trim('*'))));
    }

    [Fact]
    public async Task A_sorted_list_keeps_its_order_as_its_pages_turn()
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var number = 1; number <= 12; number++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Claim {number}.");
        }

        await desk.RunAsync(desk.Gus, "claim want", ("claim", "7"));
        var first = await desk.RunAsync(desk.Fay, "claim list", ("stage", "submitted"), ("sort", "demand"));
        Assert.StartsWith("**#7**", first.Card!.Text!.ToString(), StringComparison.Ordinal);
        var next = Assert.Single(first.Buttons);
        var second = await desk.RunAsync(desk.Fay, next.Command, next.Options);
        Assert.Equal(["**#11**", "**#12**"], second.Card!.Text!.ToString().Split('\n').Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task The_priority_sets_how_long_reviewers_have_from_then_on()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var now = desk.Clock.GetUtcNow();
        await desk.AssignsAsync(desk.Ben);
        Assert.Contains("keep their time", (await desk.RunAsync(desk.Ada, "claim priority", ("claim", "1"), ("priority", "breaking"))).Answer());
        await desk.AssignsAsync(desk.Chi);
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "1"), ("priority", "slow"));
        await desk.AssignsAsync(desk.Dee);
        Assert.Equal([48, 4, 168], (await desk.ClaimAsync(1)).Assignments.OrderBy(a => a.Id).Select(a => (a.Due - now).TotalHours));
    }
}
