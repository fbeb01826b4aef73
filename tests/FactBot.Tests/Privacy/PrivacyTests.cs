using System.Text.Json;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Privacy;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

public class PrivacyTests
{
    private static readonly TeamId Other = new(9001);

    [Fact]
    public async Task Who_is_forgotten_stands_in_no_file_of_the_database_any_more()
    {
        await using var desk = await LivedInAsync();
        foreach (var person in new[] { desk.Ben, desk.Fay, desk.Ada })
        {
            Assert.NotEmpty(Traces.Of(person.Id, desk));
            await desk.ForgetsAsync(person);
            await desk.PassNightAsync();
            Assert.Empty(Traces.Of(person.Id, desk));
        }
    }

    [Fact]
    public async Task The_words_that_only_they_wrote_go_with_them()
    {
        await using var desk = await LivedInAsync();
        string[] words = ["Ben read the source", "Ben wrote this himself", "Ben is no friend"];
        Assert.All(words, w => Assert.True(Traces.IsIn(desk, w), w));
        await desk.ForgetsAsync(desk.Ben);
        await desk.PassNightAsync();
        Assert.All(words, w => Assert.False(Traces.IsIn(desk, w), w));

        Assert.True(Traces.IsIn(desk, "Nobody took this up"));
        await desk.ForgetsAsync(desk.Fay);
        await desk.PassNightAsync();
        Assert.False(Traces.IsIn(desk, "Nobody took this up"));
        Assert.Equal(Stage.Withdrawn, (await desk.ClaimAsync(2)).Stage);
    }

    [Fact]
    public async Task Counts_verdicts_and_the_audit_trail_stay_true()
    {
        await using var desk = await LivedInAsync();
        var before = await NumbersAsync(desk);
        var verdict = (await desk.ClaimAsync(1)).Verdict!;
        await desk.ForgetsAsync(desk.Ben);
        await desk.ForgetsAsync(desk.Chi);
        Assert.Equal(before, await NumbersAsync(desk));
        Assert.Equal(verdict.Summary, (await desk.ClaimAsync(1)).Verdict!.Summary);
        Assert.Equal([1UL, 2UL], (await desk.ClaimAsync(1)).Ballots.Select(b => b.Reviewer).Where(r => r.IsFormerMember).Select(r => r.Value).Order());
        Assert.Empty(await FlawsAsync(desk));
        var trail = (await desk.RunAsync(desk.Dee, "audit show")).Card!.Text!.ToString();
        Assert.Contains("1 was forgotten by team", trail);
        Assert.DoesNotContain($"{desk.Ben.Id}", trail);
    }

    [Fact]
    public async Task What_is_erased_without_an_entry_that_tells_of_it_is_found()
    {
        await using var desk = await LivedInAsync();
        await desk.ForgetsAsync(desk.Ben);
        await desk.LookAsync(db => db.Audit.Where(e => e.Number == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Details, (string?)null)));
        Assert.Contains("taken away", Assert.Single(await FlawsAsync(desk), f => f.Number == 2).What);
    }

    [Fact]
    public async Task A_vote_in_an_open_round_goes_and_its_place_is_free()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Chi, "true");
        await desk.ForgetsAsync(desk.Ben);
        var claim = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Open, claim.Stage);
        Assert.Equal(desk.Chi.Id, Assert.Single(claim.BallotsOfRound).Reviewer);
        await desk.VotesAsync(desk.Dee, "true");
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        await desk.VotesAsync(desk.Eli, "true");
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
    }

    [Fact]
    public async Task What_the_chat_shows_of_them_is_edited()
    {
        await using var desk = await LivedInAsync();
        await desk.RunAsync(desk.Ada, "assign", ("claim", "3"), ("reviewer", $"{desk.Ben.Id}"));
        await desk.SettleAsync();
        Assert.Contains(desk.Chat.Messages, m => Surface.TextsOf(m).Any(t => t.Contains($"{desk.Ben.Id}", StringComparison.Ordinal)));
        await desk.ForgetsAsync(desk.Ben);
        await desk.SettleAsync();
        Assert.DoesNotContain(desk.Chat.Messages, m => Surface.TextsOf(m).Any(t => t.Contains($"{desk.Ben.Id}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_erased_before_the_person_is_sure()
    {
        await using var desk = await LivedInAsync();
        var entries = await desk.LookAsync(db => db.Audit.CountAsync());
        var card = (await desk.RunAsync(desk.Ben, "me forget")).Card!;
        Assert.Contains("2 votes", card.Text!.ToString());
        Assert.Equal(entries, await desk.LookAsync(db => db.Audit.CountAsync()));
        Assert.Contains("forgotten", (await desk.PressesAsync(desk.Ben, card.Buttons[0])).Answer());
    }

    [Fact]
    public async Task Forgetting_twice_by_the_same_request_is_done_once_and_no_other_team_forgets()
    {
        await using var desk = await LivedInAsync();
        await desk.SetUpTeamAsync(Other);
        await desk.RunAsync(desk.Ben, "claim submit", Other, ("text", "Another team's claim."));
        var request = desk.RequestOf(desk.Ben, "me forget", ("sure", "yes"));
        (await desk.Router.RunAsync(request, CancellationToken.None)).Answer();
        Assert.Contains("done already", (await desk.Router.RunAsync(request, CancellationToken.None)).Answer());
        Assert.Equal(1, await desk.LookAsync(db => db.Teams.Where(t => t.Id == desk.Team).Select(t => t.FormerMembers).SingleAsync()));
        Assert.Equal(desk.Ben.Id, await desk.LookAsync(db => db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == Other).Select(c => c.SubmittedBy).SingleAsync()));
    }

    [Fact]
    public async Task One_own_data_is_all_of_it_and_nobody_elses()
    {
        await using var desk = await LivedInAsync();
        var file = (await desk.RunAsync(desk.Ben, "me data")).File!;
        using var data = JsonDocument.Parse(file.Text);
        Assert.Contains("Ben wrote this himself", file.Text);
        Assert.Contains("Ben is no friend", file.Text);
        Assert.Equal(2, data.RootElement.GetProperty("votes").GetArrayLength());
        Assert.DoesNotContain("Chi read the source", file.Text);
        Assert.DoesNotContain($"{desk.Chi.Id}", file.Text);
        var named = await desk.LookAsync(db => db.Audit.CountAsync(e => e.Who == desk.Ben.Id));
        Assert.Equal(named, data.RootElement.GetProperty("auditTrail").GetArrayLength());
        Assert.Equal(1, JsonDocument.Parse((await desk.RunAsync(desk.Gus, "me data")).File!.Text).RootElement.GetProperty("claimsSubmitted").GetArrayLength());
    }

    [Fact]
    public async Task Every_column_that_holds_people_is_known()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var columns = await desk.LookAsync(db => Task.FromResult(PersonColumn.In(db.Model)));
        Assert.Contains(columns, c => c is { Table: "Claims", Column: "Recusals", IsJson: true });
        Assert.Contains(columns, c => c is { Table: "Verdicts", Column: "Dissents", IsJson: true, HasTeam: false });
        Assert.Contains(columns, c => c is { Table: "Reviewers", IsKey: true });
        Assert.Contains(columns, c => c is { Table: "Audit", Column: "Who", HasTeam: true });
    }

    [Fact]
    public async Task The_privacy_card_says_how_long_things_are_kept_here()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "keep-pages"), ("value", "30"));
        var card = (await desk.RunAsync(desk.Fay, "privacy")).Card!;
        var texts = string.Join('\n', Surface.TextsOf(card));
        Assert.Contains("Texts of sources’ pages: 30 days", texts);
        Assert.Contains("me forget", texts);
    }

    /// <summary>A desk with work of everybody's: one claim published, one that nobody took up, one open.</summary>
    private static async Task<TestDesk> LivedInAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", "on"));
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "true", "false");
        await desk.PublishesAsync();
        await desk.SubmitsAsync(desk.Fay, "Nobody took this up: the harbour closes in May.");
        await desk.SubmitsAsync(desk.Gus, "The mayor owns seven boats.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "3"), ("action", "accept"));
        await desk.AddsSourceAsync(desk.Ben, "3", "https://example.net/boats");
        await desk.RunAsync(desk.Ben, "evidence edit", ("claim", "3"), ("source", "1"), ("publisher", "Harbour office"));
        await desk.VotesAsync(desk.Ben, "true", "3");
        await desk.RunAsync(desk.Chi, "claim want", ("claim", "3"));
        await desk.RunAsync(desk.Ben, "claim want", ("claim", "2"));
        await desk.RunAsync(desk.Ben, "recuse", ("claim", "2"), ("reason", "Ben is no friend of the harbour."));
        await desk.RunAsync(desk.Ben, "me topics", ("topics", "boats"));
        await desk.RunAsync(desk.Ben, "me digest", ("send", "on"));
        await desk.PointsAsync(desk.Dee, desk.Ben, "Ben wrote this himself.", 77);
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The plan has 28 points!"));
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromHours(20));
        await desk.SettleAsync();
        return desk;
    }

    private static async Task<(int Ballots, int Claims, int Verdicts, int Dissents)> NumbersAsync(TestDesk desk)
    {
        var claims = await desk.LookAsync(db => db.ClaimsWhole.ToListAsync());
        return (claims.Sum(c => c.Ballots.Count), claims.Count, claims.Sum(c => c.Verdicts.Count), claims.Sum(c => c.Verdicts.Sum(v => v.Dissents.Count)));
    }

    private static Task<List<AuditFlaw>> FlawsAsync(TestDesk desk) => desk.LookAsync(async db =>
    {
        var team = await db.Teams.SingleAsync(t => t.Id == desk.Team);
        return AuditChain.FindFlaws(db.Audit.AsNoTracking().OrderBy(e => e.Number), team.AuditLength, team.AuditHead).ToList();
    });
}
