using FactBot.Digests;

namespace FactBot.Tests.Digests;

public class OpenHistoryTests
{
    [Fact]
    public async Task The_numbers_tell_what_was_open_on_each_day_also_of_claims_that_came_back()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "First");
        await desk.SubmitsAsync(desk.Fay, "Second");
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "reject"), ("reason", "An opinion"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SubmitsAsync(desk.Fay, "Third");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "reject"), ("reason", "An opinion"));
        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "It is checkable"));
        desk.Clock.Advance(TimeSpan.FromDays(20));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        desk.Clock.Advance(TimeSpan.FromDays(1));

        var numbers = await NumbersAsync(desk, desk.Clock.GetUtcNow());
        Assert.Equal(Enumerable.Repeat(2, 14), numbers.Days.Select(d => d.Open));
        Assert.Equal((0, 0, 2), (numbers.Week.In, numbers.Week.Out, numbers.Week.Open));

        var earlier = await NumbersAsync(desk, desk.Clock.GetUtcNow().AddDays(-13));
        Assert.Equal([0, 0, 0, 2, 1, 2, 2], earlier.Days.Take(7).Select(d => d.Open));
        Assert.Equal([0, 0, 0, 2, 0, 1, 0], earlier.Days.Take(7).Select(d => d.In));
    }

    private static Task<DeskNumbers> NumbersAsync(TestDesk desk, DateTimeOffset until) => desk.LookAsync(async db =>
        await new NumbersReader(db).ReadAsync(db.Teams.Single(), until, CancellationToken.None));
}
