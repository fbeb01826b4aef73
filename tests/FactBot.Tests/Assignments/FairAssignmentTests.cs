using FactBot.Chat;
using FactBot.Domain;

namespace FactBot.Tests.Assignments;

public class FairAssignmentTests
{
    [Fact]
    public async Task As_many_as_are_missing_are_chosen_by_the_least_that_they_owe()
    {
        await using var desk = await StaffedAsync();
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben, "1");
        await desk.AssignsAsync(desk.Chi, "1");
        await desk.OpenClaimAsync();
        await desk.AssignsAsync(desk.Ben, "2");

        await desk.OpenClaimAsync();
        (await AutoAsync(desk, "3", 2)).Answer();
        Assert.Equal([desk.Dee.Id, desk.Eli.Id], await ReviewersAsync(desk, 3));
        (await AutoAsync(desk, "3")).Answer();
        Assert.Equal([desk.Dee.Id, desk.Eli.Id, desk.Chi.Id], await ReviewersAsync(desk, 3));
    }

    [Fact]
    public async Task Of_two_who_owe_the_same_the_one_who_was_served_longest_ago_is_next()
    {
        await using var desk = await StaffedAsync();
        var (first, second) = (new List<PersonId>(), new List<PersonId>());
        for (var claim = 1; claim <= 8; claim++)
        {
            await desk.OpenClaimAsync();
            (await AutoAsync(desk, $"{claim}", 1)).Answer();
            (claim <= 4 ? first : second).AddRange(await ReviewersAsync(desk, claim));
            await desk.RunAsync(desk.Ada, "release", ("claim", $"{claim}"), ("reviewer", $"{(await ReviewersAsync(desk, claim))[0]}"));
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([desk.Ben.Id, desk.Chi.Id, desk.Dee.Id, desk.Eli.Id], first.OrderBy(p => p.Value));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Who_chose_topics_is_given_claims_on_those_and_claims_without_any()
    {
        await using var desk = await StaffedAsync();
        foreach (var (reviewer, topics) in new[] { (desk.Ben, "trams"), (desk.Chi, "health"), (desk.Dee, "health, schools"), (desk.Eli, "schools") })
        {
            (await desk.RunAsync(reviewer, "me topics", ("topics", topics))).Answer();
        }

        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Ben, "claim topics", ("claim", "1"), ("topics", "Health"));
        Assert.Contains("That is 2 of 3", (await AutoAsync(desk, "1")).Answer());
        Assert.Equal([desk.Chi.Id, desk.Dee.Id], await ReviewersAsync(desk, 1));

        await desk.OpenClaimAsync();
        (await AutoAsync(desk, "2", 4)).Answer();
        Assert.Equal(4, (await ReviewersAsync(desk, 2)).Count);
    }

    [Fact]
    public async Task Nobody_is_chosen_who_submitted_it_recused_gave_it_back_or_is_away()
    {
        await using var desk = await StaffedAsync();
        await desk.SubmitsAsync(desk.Eli);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        (await desk.RunAsync(desk.Ben, "recuse", ("claim", "1"))).Answer();
        (await desk.RunAsync(desk.Chi, "me away", ("until", "2d"))).Answer();
        await desk.AssignsAsync(desk.Dee);
        (await desk.RunAsync(desk.Dee, "decline", ("claim", "1"), ("reason", "No time"))).Answer();
        Assert.Contains("knows no reviewer who could take #1", (await AutoAsync(desk, "1")).Refusal());

        desk.Clock.Advance(TimeSpan.FromDays(3));
        (await AutoAsync(desk, "1", 1)).Answer();
        Assert.Equal([desk.Chi.Id], await ReviewersAsync(desk, 1));
    }

    [Fact]
    public async Task Who_lost_the_role_is_chosen_no_more()
    {
        await using var desk = await StaffedAsync();
        await desk.RunAsync(desk.Ben with { Roles = [] }, "claim list");
        await desk.SettleAsync();
        await desk.OpenClaimAsync(hasSource: false);
        (await AutoAsync(desk, "1", 9)).Answer();
        Assert.DoesNotContain(desk.Ben.Id, await ReviewersAsync(desk, 1));
    }

    [Fact]
    public async Task A_disputed_claim_gets_one_more_and_all_of_the_round_before_are_told_to_vote_again()
    {
        await using var desk = await StaffedAsync();
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "false", "mixed");
        Assert.Contains("This is round 2", (await AutoAsync(desk, "1")).Answer());
        var told = (await desk.NoticesAsync(1))[^1].Message;
        Assert.Equal([desk.Eli.Id, desk.Ben.Id, desk.Chi.Id, desk.Dee.Id], told.Pings);
        Assert.Contains("please vote again", told.Text!.ToString());
        Assert.Equal(4, (await ReviewersAsync(desk, 1)).Count);
        Assert.DoesNotContain("round", (await AutoAsync(desk, "1")).Refusal());
    }

    private static async Task<TestDesk> StaffedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee, desk.Eli })
        {
            await desk.RunAsync(reviewer, "queue");
        }

        await desk.SettleAsync();
        return desk;
    }

    private static Task<Reply> AutoAsync(TestDesk desk, string claim, int? count = null) =>
        desk.RunAsync(desk.Ada, "assign-auto", [("claim", claim), .. count is null ? [] : new[] { ("count", $"{count}") }]);

    private static async Task<List<PersonId>> ReviewersAsync(TestDesk desk, int claim) =>
        [.. (await desk.ClaimAsync(claim)).Panel.Select(a => a.Reviewer)];
}
