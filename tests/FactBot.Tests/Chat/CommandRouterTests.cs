using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Chat;

public class CommandRouterTests
{
    [Fact]
    public async Task Before_setup_every_other_command_says_so_and_who_may_run_it()
    {
        await using var desk = await TestDesk.BareAsync();
        foreach (var spec in Commands.All.Select(c => c.Spec).Where(s => !s.WorksBeforeSetup))
        {
            var refusal = (await desk.RunAsync(desk.Ada, spec.Name)).Refusal();
            Assert.Contains("/setup", refusal);
            Assert.Contains("manage this server", refusal);
        }
    }

    [Fact]
    public async Task Somebody_who_may_not_manage_the_server_cannot_set_up()
    {
        await using var desk = await TestDesk.BareAsync();
        Assert.Contains("manage the server", (await desk.RunAsync(desk.Ben, "setup")).Refusal());
    }

    [Fact]
    public async Task The_same_request_is_done_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var request = desk.RequestOf(desk.Fay, "claim submit", ("text", Stories.Text));
        await desk.Router.RunAsync(request, CancellationToken.None);
        var again = await desk.Router.RunAsync(request, CancellationToken.None);
        Assert.Contains("done already", again.Answer());
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task Forty_requests_at_the_same_moment_are_all_done_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => desk.SubmitsAsync(desk.Fay, $"Claim {i}"))));
        Assert.All(replies, r => r.Answer());
        var numbers = await desk.LookAsync(db => db.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 40), numbers);
    }

    [Fact]
    public async Task Of_two_editors_who_triage_at_the_same_moment_one_is_told_that_it_is_done()
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var number = 1; number <= 20; number++)
        {
            await desk.SubmitsAsync(desk.Fay);
            var claim = $"{number}";
            var replies = await Task.WhenAll(
                Task.Run(() => desk.RunAsync(desk.Ada, "triage", ("claim", claim), ("action", "accept"))),
                Task.Run(() => desk.RunAsync(desk.Ada, "triage", ("claim", claim), ("action", "reject"), ("reason", "No"))));
            Assert.Single(replies, r => r.IsRefusal);
            var stage = (await desk.ClaimAsync(number)).Stage;
            Assert.Equal(replies[0].IsRefusal ? Stage.Rejected : Stage.Open, stage);
        }
    }

    [Fact]
    public async Task Every_change_has_its_entry_in_an_unbroken_audit_trail()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        var entries = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(["set up the desk", "submitted", "accepted", "added a source to", "voted on"], entries.Select(e => e.Action));
        Assert.Equal("", entries[0].Previous);
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.Previous));
        Assert.All(entries, e => Assert.Equal(e.ComputeHash(), e.Hash));
    }

    [Fact]
    public async Task One_team_sees_nothing_of_another()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var other = new TeamId(9001);
        await desk.SetUpTeamAsync(other);

        Assert.Contains("no claim “1”", (await desk.RunAsync(desk.Ada, "claim show", other, ("claim", "1"))).Refusal());
        Assert.Contains("no claim “1”", (await desk.RunAsync(
            desk.Ben, "vote", other, ("claim", "1"), ("rating", "true"), ("reason", "No business of theirs"))).Refusal());
        var typed = desk.RequestOf(desk.Ada, "claim show") with { Team = other };
        Assert.Empty(await desk.Router.CompleteAsync(typed, "claim", "", CancellationToken.None));
        Assert.Single(await desk.Router.CompleteAsync(typed with { Team = desk.Team }, "claim", "", CancellationToken.None));
        Assert.Empty((await desk.ClaimAsync(1)).Ballots);

        await desk.RunAsync(desk.Fay, "claim submit", other, ("text", "Theirs"));
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Theory]
    [InlineData("setup", "zone", "kyi", "Europe/Kyiv")]
    [InlineData("setup", "zone", "new york", "America/New_York")]
    [InlineData("vote", "rating", "mostly", "mostly-true", "mostly-false")]
    [InlineData("vote", "claim", "#1", "1")]
    [InlineData("claim show", "claim", "28 points", "1")]
    [InlineData("claim show", "claim", "100%")]
    [InlineData("claim show", "claim", "_")]
    public async Task Options_complete_as_one_types(string command, string option, string typed, params string[] values)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var choices = await desk.Router.CompleteAsync(desk.RequestOf(desk.Ada, command), option, typed, CancellationToken.None);
        Assert.Equal(values, choices.Select(c => c.Value));
    }

    [Fact]
    public async Task Completion_finds_words_of_any_script_in_any_case()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "План має 28 пунктів");
        Assert.Single(await desk.Router.CompleteAsync(desk.RequestOf(desk.Ada, "claim show"), "claim", "план", CancellationToken.None));
        Assert.Single(await desk.Router.CompleteAsync(desk.RequestOf(desk.Ada, "claim show"), "claim", "ПУНКТ", CancellationToken.None));
    }

    [Fact]
    public async Task Where_everybody_reviews_everybody_is_a_reviewer()
    {
        await using var desk = await TestDesk.BareAsync();
        await desk.RunAsync(
            desk.Ada, "setup", ("review", "101"), ("verdicts", "102"), ("digest", "103"), ("reviewers", "9000"),
            ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));
        await desk.OpenClaimAsync();
        (await desk.VotesAsync(desk.Chi, "true")).Answer();
    }

    [Fact]
    public async Task A_list_longer_than_a_page_is_turned_by_buttons()
    {
        await using var desk = await TestDesk.SetUpAsync();
        for (var i = 0; i < 12; i++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Claim {i}");
        }

        var first = await desk.RunAsync(desk.Ada, "claim list", ("stage", "submitted"));
        var next = Assert.Single(first.Buttons);
        Assert.True(next.TurnsPage);
        var second = await desk.RunAsync(desk.Ada, next.Command, next.Options);
        Assert.Contains("Claim 0", second.Card!.Text!.ToString());
        Assert.DoesNotContain("Claim 11", second.Card.Text!.ToString());
        Assert.Equal("Previous", Assert.Single(second.Buttons).Label.ToString());
    }
}
