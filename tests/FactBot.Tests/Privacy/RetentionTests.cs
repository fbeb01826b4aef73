using FactBot.Audit;
using FactBot.Domain.Audit;
using FactBot.Domain.Teams;
using FactBot.Privacy;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Privacy;

public class RetentionTests
{
    [Fact]
    public async Task Reasons_of_votes_go_when_the_team_says_and_the_trail_tells_of_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        await desk.PublishesAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "keep-reasons"), ("value", "30"));
        desk.Clock.Advance(TimeSpan.FromDays(29));
        await desk.ErasesThePastAsync();
        Assert.DoesNotContain((await desk.ClaimAsync(1)).Ballots, b => b.Reason == ErasedWords.Reason);
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.ErasesThePastAsync();
        Assert.All((await desk.ClaimAsync(1)).Ballots, b => Assert.Equal(ErasedWords.Reason, b.Reason));
        Assert.Empty(await FlawsAsync(desk));
        var entry = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).LastAsync(e => e.Action == "erased what was past its time in"));
        Assert.Equal(3, Assert.IsType<PastErased>(entry.Event).Entries.Count);
        Assert.Empty(await desk.FlawsAsync());
        await desk.ErasesThePastAsync();
        Assert.Equal(entry.Number + 1, await desk.LookAsync(db => db.Audit.MaxAsync(e => e.Number)));
    }

    [Fact]
    public async Task Texts_of_pages_go_and_their_hashes_stay()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.PointsAsync(desk.Dee, desk.Fay, "I saw it.", 77);
        await desk.RunAsync(desk.Dee, "Add as evidence", ("message", "77"), ("claim", "1"), ("stance", "supports"));
        await desk.RunAsync(desk.Ada, "settings", ("rule", "keep-pages"), ("value", "10"));
        await desk.ErasesThePastAsync();
        Assert.Contains("I saw it.", (await desk.RunAsync(desk.Fay, "evidence show", ("claim", "1"), ("source", "2"))).Card!.Text!.ToString());
        desk.Clock.Advance(TimeSpan.FromDays(11));
        await desk.ErasesThePastAsync();
        var shown = (await desk.RunAsync(desk.Fay, "evidence show", ("claim", "1"), ("source", "2"))).Card!.Text!.ToString();
        Assert.Contains("past its time", shown);
        Assert.Contains("SHA-256", shown);
        Assert.Equal(0, await desk.LookAsync(db => db.KeptTexts.CountAsync()));
    }

    [Fact]
    public async Task Messages_that_became_no_evidence_go_after_a_week_and_suggestions_after_a_year()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        await desk.PointsAsync(desk.Dee, desk.Fay, "I saw it.", 77);
        await desk.RunAsync(desk.Gus, "claim submit", ("text", Stories.Text));
        Assert.Equal((1, 1), (await desk.LookAsync(db => db.KeptMessages.CountAsync()), await desk.LookAsync(db => db.DuplicateSuggestions.CountAsync())));
        desk.Clock.Advance(TimeSpan.FromDays(8));
        await desk.ErasesThePastAsync();
        Assert.Equal((0, 1), (await desk.LookAsync(db => db.KeptMessages.CountAsync()), await desk.LookAsync(db => db.DuplicateSuggestions.CountAsync())));
        desk.Clock.Advance(TimeSpan.FromDays(360));
        await desk.ErasesThePastAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.DuplicateSuggestions.CountAsync()));
    }

    private static Task<List<AuditFlaw>> FlawsAsync(TestDesk desk) => desk.LookAsync(async db =>
    {
        var team = await db.Teams.SingleAsync();
        return AuditChain.FindFlaws(db.Audit.AsNoTracking().OrderBy(e => e.Number), team.AuditLength, team.AuditHead).ToList();
    });
}
