using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Audit;

public class ReplayTests
{
    [Fact]
    public async Task A_whole_working_day_can_be_told_from_the_audit_trail_alone()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", "on"));
        await desk.SubmitsAsync(desk.Fay, "The plan has 28 points and it was signed in Oslo.");
        await desk.RunAsync(desk.Ben, "claim want", ("claim", "1"));
        var split = (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"))).Form!;
        (await desk.FillAsync(desk.Ada, split, ("parts", "The plan has 28 points.\nIt was signed in Oslo."))).Answer();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "3"), ("action", "duplicate"), ("of", "2"));
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "2"), ("priority", "breaking"));
        await desk.RunAsync(desk.Ben, "claim topics", ("claim", "2"), ("topics", "Diplomacy, Oslo"));
        await desk.AssignsAsync(desk.Ben, "2");
        await desk.AssignsAsync(desk.Chi, "2");
        await desk.RunAsync(desk.Chi, "decline", ("claim", "2"), ("reason", "No time"));
        await desk.RunAsync(desk.Dee, "take", ("claim", "2"));
        await desk.RunAsync(desk.Dee, "hand-over", ("claim", "2"), ("to", desk.Eli.Id.ToString()));
        await desk.RunAsync(desk.Chi, "recuse", ("claim", "2"), ("reason", "I know the author"));
        await desk.AddsSourceAsync(desk.Ben, "2");
        await desk.AddsSourceAsync(desk.Ben, "2", "https://example.net/other");
        await desk.RunAsync(desk.Ben, "evidence strike", ("claim", "2"), ("source", "2"), ("reason", "A copy of the first"));
        var edit = (await desk.RunAsync(desk.Ben, "evidence edit", ("claim", "2"), ("source", "1"))).Form!;
        (await desk.FillAsync(desk.Ben, edit, ("stance", "refutes"), ("publisher", "The records"), ("quote", "27"))).Answer();
        await desk.VotesAsync(desk.Ben, "true", "2");
        await desk.VotesAsync(desk.Ben, "false", "2");
        await desk.VotesAsync(desk.Eli, "mixed", "2");
        await desk.VotesAsync(desk.Dee, "true", "2");
        (await desk.AssignsAsync(desk.Ada, "2")).Answer();
        foreach (var reviewer in new[] { desk.Ben, desk.Eli, desk.Dee, desk.Ada })
        {
            (await desk.VotesAsync(reviewer, reviewer == desk.Dee ? "true" : "false", "2")).Answer();
        }

        (await desk.PublishesAsync("2")).Answer();
        var correction = (await desk.RunAsync(desk.Ada, "verdict correct", ("claim", "2"))).Form!;
        (await desk.FillAsync(
            desk.Ada, correction, ("rating", "mostly-false"), ("summary", "27"), ("explanation", "27 of 28"), ("reason", "One point is there"))).Answer();
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "2"))).Answer();
        (await desk.RunAsync(desk.Ada, "verdict recheck", ("claim", "2"))).Answer();
        (await desk.RetractsAsync("2", "The source was forged")).Answer();
        (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "2"), ("reason", "A new source"))).Answer();

        await desk.AssertReplayAsync();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(2)).Stage);
        Assert.Equal(3, (await desk.ClaimAsync(2)).Round);
    }

    [Fact]
    public async Task A_team_without_triage_replays_too()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(1)).Stage);
        await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "1"));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Due_times_replay_as_they_are_kept_whatever_their_zone_and_their_fractions_of_a_millisecond()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Clock.Advance(TimeSpan.FromTicks(12_345));
        await desk.OpenClaimAsync();
        (await desk.RunAsync(desk.Ada, "assign", ("claim", "1"), ("reviewer", $"{desk.Ben.Id}"), ("due", "2027-01-31"))).Answer();
        (await desk.RunAsync(desk.Chi, "take", ("claim", "1"))).Answer();
        (await desk.RunAsync(desk.Chi, "hand-over", ("claim", "1"), ("to", $"{desk.Dee.Id}"))).Answer();
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_trail_that_leads_elsewhere_is_found_out()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        var trail = await desk.LookAsync(db => db.Audit.OrderBy(e => e.Number).ToListAsync());
        var forged = new AuditEntry(
            desk.Team, 3, trail[2].At, new AuditFact(desk.Ada.Id, "x", "x", null, EventJson.Write(new ClaimAccepted { Claim = 1, LedTo = Stage.Rejected })), "");
        Assert.Throws<InvalidDataException>(() => Replay.Of(desk.Team, [.. trail.Take(2), forged]));
    }
}
