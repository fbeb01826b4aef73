using FactBot.Chat;
using FactBot.Domain;
using FactBot.Tests.Pages;

namespace FactBot.Tests.Audit;

/// <summary>A desk on which everything was done that its tables can hold, so that no column is empty everywhere.</summary>
internal static class RichDesk
{
    private const string Bridge = "It cost 12 million crowns and took three years to build.";

    public static async Task<TestDesk> MakeAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await using var web = await TestWeb.OpenAsync();
        foreach (var (rule, value) in new[] { ("dissent-names", "on"), ("quiet-hours", "22:00-07:00"), ("hold", "1") })
        {
            (await desk.RunAsync(desk.Ada, "settings", ("rule", rule), ("value", value))).Answer();
        }

        (await desk.RunAsync(desk.Ada, "digest schedule", ("time", "08:00"), ("weekly", "friday"))).Answer();
        await AddArticlesAsync(desk, web);
        await PublishOneAsync(desk);
        await LeaveOthersAsync(desk);
        (await desk.RunAsync(desk.Ben, "me topics", ("topics", "trams"))).Answer();
        (await desk.RunAsync(desk.Eli, "me away", ("until", "20d"))).Answer();
        (await desk.RunAsync(desk.Ada, "digest now")).Answer();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        await desk.Archive.SettleAsync(CancellationToken.None);
        return desk;
    }

    private static async Task AddArticlesAsync(TestDesk desk, TestWeb web)
    {
        const string Head = "<head><title>The bridge</title><meta property=\"og:site_name\" content=\"Harbour News\"><meta name=\"author\" content=\"Ida Holt\"><meta property=\"article:published_time\" content=\"2026-11-20T08:30:00Z\"></head>";
        const string Around = "<p>The harbour bridge carries four lanes of traffic, a tramway and two footpaths across the bay, and it is closed at night.</p>";
        var address = new Uri(web.Address, "/bridge").AbsoluteUri;
        web.With("/bridge", $"<html lang=\"en\">{Head}<body><article>{Around}<p>{Bridge}</p>{Around}</article></body></html>");
        (await desk.RunAsync(desk.Fay, "article add", ("url", address))).Answer();
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", Bridge), ("article", "1"), ("claimant", "The mayor"), ("said", "2026-11-01"))).Answer();
        foreach (var (cost, hours) in new[] { ("14", 1), ("15", 2) })
        {
            desk.Clock.Advance(TimeSpan.FromHours(hours));
            web.With("/bridge", $"<html lang=\"en\">{Head}<body><article>{Around}<p>{Bridge.Replace("12", cost, StringComparison.Ordinal)}</p>{Around}</article></body></html>");
            (await desk.RunAsync(desk.Fay, "article check", ("article", "1"))).Answer();
        }
    }

    /// <summary>Claim 1: two rounds, sources edited and struck, a correction published and another proposed.</summary>
    private static async Task PublishOneAsync(TestDesk desk)
    {
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"))).Answer();
        (await desk.RunAsync(desk.Gus, "claim want", ("claim", "1"))).Answer();
        (await desk.RunAsync(desk.Hal, "claim want", ("claim", "1"))).Answer();
        (await desk.RunAsync(desk.Ada, "claim topics", ("claim", "1"), ("topics", "trams"))).Answer();
        await desk.AddsSourceAsync(desk.Ben);
        await desk.AddsSourceAsync(desk.Ben, "1", "https://example.net/other");
        (await desk.RunAsync(desk.Ben, "evidence strike", ("claim", "1"), ("source", "2"), ("reason", "A copy"))).Answer();
        var edit = (await desk.RunAsync(desk.Ben, "evidence edit", ("claim", "1"), ("source", "1"))).Form!;
        (await desk.FillAsync(desk.Ben, edit, ("stance", "refutes"), ("publisher", "The records"), ("quote", "27"))).Answer();
        await desk.PointsAsync(desk.Dee, desk.Gus, "I saw it.", 77);
        (await desk.RunAsync(desk.Dee, "Add as evidence", ("message", "77"), ("claim", "1"), ("stance", "supports"))).Answer();
        await desk.AssignsAsync(desk.Chi);
        (await desk.RunAsync(desk.Chi, "decline", ("claim", "1"), ("reason", "No time"))).Answer();
        await desk.VotesAsync(desk.Ben, "true");
        await desk.VotesAsync(desk.Ben, "false");
        await desk.VotesAsync(desk.Dee, "true");
        await desk.VotesAsync(desk.Eli, "mixed");
        (await desk.AssignsAsync(desk.Chi)).Answer();
        foreach (var reviewer in new[] { desk.Ben, desk.Dee, desk.Eli, desk.Chi })
        {
            await desk.VotesAsync(reviewer, reviewer == desk.Dee ? "true" : "false");
        }

        (await desk.PublishesAsync()).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(2));
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        (await desk.RunAsync(desk.Hal, "verdict approve", ("claim", "1"))).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(2));
        (await desk.RunAsync(desk.Ada, "verdict recheck", ("claim", "1"))).Answer();
        (await desk.CorrectsAsync(desk.Ada, rating: "mostly-false")).Answer();
    }

    /// <summary>Claims that were retracted, rejected, repeated, split and are open.</summary>
    private static async Task LeaveOthersAsync(TestDesk desk)
    {
        await desk.SubmitsAsync(desk.Fay, "The ferry sank in 1931 near the old lighthouse.");
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"))).Answer();
        await desk.AddsSourceAsync(desk.Ben, "2");
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            await desk.VotesAsync(reviewer, reviewer == desk.Dee ? "mixed" : "true", "2");
        }

        if ((await desk.ClaimAsync(2)).AgreedRating is null)
        {
            await desk.VotesAsync(desk.Eli, "true", "2");
        }

        (await desk.PublishesAsync("2")).Answer();
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await desk.RunAsync(desk.Ada, "verdict retract", ("claim", "2"), ("reason", "The source was forged"));
        await desk.SubmitsAsync(desk.Gus, "Opinions are like noses.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "3"), ("action", "reject"), ("reason", "An opinion"));
        await desk.SubmitsAsync(desk.Gus, "Seven boats belong to the mayor's family.");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "4"), ("action", "duplicate"), ("of", "1"));
        await desk.SubmitsAsync(desk.Gus, "The school has 400 pupils and was built in 1990.");
        var split = (await desk.RunAsync(desk.Ada, "triage", ("claim", "5"), ("action", "split"))).Form!;
        (await desk.FillAsync(desk.Ada, split, ("parts", "The school has 400 pupils.\nThe school was built in 1990."))).Answer();
        await desk.RunAsync(desk.Ada, "triage", ("claim", "6"), ("action", "accept"));
        await desk.RunAsync(desk.Chi, "recuse", ("claim", "6"), ("reason", "My school"));
        await desk.RunAsync(desk.Ada, "claim priority", ("claim", "6"), ("priority", "slow"));
        await desk.AddsSourceAsync(desk.Ben, "6", "https://example.org/school");
        await desk.VotesAsync(desk.Ben, "true", "6");
        await desk.RunAsync(desk.Ada, "triage", ("claim", "7"), ("action", "reject"), ("reason", "Too small"));
        await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "7"), ("reason", "After all"));
    }
}
