using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Domain;
using FactBot.Domain.Digests;
using FactBot.Host.Chat;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Digests;

/// <summary>FACTBOT_PICTURES names a folder into which the pictures and texts are written, to be looked at.</summary>
public class DigestContentTests
{
    [Fact]
    public async Task A_busy_desk_s_digest_tells_all_in_order_of_importance_and_keeps_to_discord_s_limits()
    {
        await using var desk = await BusyAsync();
        desk.Clock.Advance(TimeSpan.FromHours(73));
        await desk.RunAsync(desk.Ada, "digest schedule", ("time", "09:00"), ("role", "202"));
        await desk.SettleAsync();

        var message = desk.Chat.In(TestDesk.DigestChannel).Last().Message;
        var card = message.Card!;
        Assert.Equal("The desk on 25 November 2026", card.Title.ToString());
        Assert.Contains("claims in **31** (0)", card.Text!.ToString());
        Assert.Equal(
        [
            "Verdicts published (1)", "Corrected or retracted (1)", "Disputed: an editor decides or adds a reviewer (1)",
            "Agreed: an editor publishes (1)", "Waiting for triage (25)", "In review (2)", "Overdue (2)", "Most wanted (1)",
        ],
            card.Fields.Select(f => f.Name.ToString()));
        Assert.Contains("offered to others", card.Fields[6].Value.ToString());
        Assert.Contains("1 of 3 votes in · 1 reviewer missing", card.Fields[5].Value.ToString());
        Assert.StartsWith("**#10**", card.Fields[4].Value.ToString(), StringComparison.Ordinal);
        Assert.Contains("more", card.Fields[4].Value.ToString());
        Assert.StartsWith("There is more: /digest full shows all of it.", card.Footer!.ToString());
        Assert.NotNull(card.Picture);
        Assert.Equal(TestDesk.Editors, message.PingedRole);

        var body = MessageRenderer.BodyOf(message);
        Assert.Equal("<@&202>", body.Content);
        Assert.Equal([202UL], body.AllowedMentions.Roles!.Select(r => r.Value));
        var embed = Assert.Single(body.Embeds!);
        Assert.All(embed.Fields!, f => Assert.InRange(f.Value.Length, 1, 1024));
        Assert.InRange(embed.Fields!.Count, 1, 25);
        Assert.InRange(embed.Title!.Length + embed.Description!.Length + embed.Footer!.Text.Length + embed.Fields.Sum(f => f.Name.Length + f.Value.Length), 500, 6000);
        Assert.DoesNotContain(embed.Fields, f => f.Value.Contains("line more", StringComparison.Ordinal) || f.Value.Contains("lines more", StringComparison.Ordinal));
        Keep(body.Content + "\n" + embed.Title + "\n" + embed.Description + "\n\n" + string.Join("\n\n", embed.Fields.Select(f => f.Name + "\n" + f.Value)) + "\n\n" + embed.Footer.Text);
    }

    [Fact]
    public async Task The_full_digest_has_every_line_page_by_page()
    {
        await using var desk = await BusyAsync();
        var first = await desk.RunAsync(desk.Fay, "digest full");
        Assert.Contains("Page 1 of 2", first.Card!.Footer!.ToString());
        var lines = new List<string>();
        for (var page = 1; page <= 2; page++)
        {
            var shown = await desk.RunAsync(desk.Fay, "digest full", ("page", $"{page}"));
            lines.AddRange(shown.Card!.Fields.Where(f => f.Name.ToString().StartsWith("Waiting", StringComparison.Ordinal)).SelectMany(f => f.Value.ToString().Split('\n')));
        }

        Assert.Equal(25, lines.Distinct().Count());
    }

    [Fact]
    public async Task A_quiet_day_is_one_line_or_nothing_as_the_team_chose()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains("A quiet day", (await desk.RunAsync(desk.Ada, "digest preview")).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        var line = Assert.Single(desk.Chat.Messages).Message;
        Assert.Null(line.Card);
        Assert.StartsWith("A quiet day: nothing new since", line.Text!.ToString());

        await desk.RunAsync(desk.Ada, "settings", ("rule", "quiet-days"), ("value", "off"));
        Assert.Contains("nothing would be posted", (await desk.RunAsync(desk.Ada, "digest preview")).Answer());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Single(desk.Chat.Messages);

        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.SettleAsync();
        Assert.Contains("1 new claim since", desk.Chat.In(TestDesk.DigestChannel).Last().Card.Text!.ToString());
        Assert.Equal(3, await desk.LookAsync(db => db.Digests.CountAsync()));
    }

    [Fact]
    public async Task A_preview_shows_the_digest_to_the_editor_alone_and_changes_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var preview = await desk.RunAsync(desk.Ada, "digest preview");
        Assert.Contains("only you see", preview.Answer());
        Assert.Equal("Waiting for triage (1)", Assert.Single(preview.Card!.Fields).Name.ToString());
        Assert.NotNull(preview.Card.Picture);
        await desk.SettleAsync();
        Assert.Empty(desk.Chat.In(TestDesk.DigestChannel));
        Assert.Equal(0, await desk.LookAsync(db => db.Digests.CountAsync()));
    }

    [Fact]
    public async Task The_weekly_digest_comes_on_its_day_and_adds_agreement_and_balance()
    {
        await using var desk = await TestDesk.SetUpAsync();
        Assert.Contains("a weekly one on Thursday", (await desk.RunAsync(
            desk.Ada, "digest schedule", ("time", "09:00"), ("days", "mon"), ("weekly", "Thursday"))).Answer());
        await desk.RunAsync(desk.Fay, "claim submit", ("text", "The tram has 14 stops."), ("claimant", "Holt"));
        await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "accept"));
        await desk.AddsSourceAsync(desk.Ben);
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            await desk.VotesAsync(reviewer, reviewer == desk.Dee ? "true" : "false");
        }

        for (var day = 0; day < 14; day++)
        {
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.SettleAsync();
        }

        var weekly = desk.Chat.In(TestDesk.DigestChannel).Where(m => m.Message.Card?.Title.ToString().Contains("week until", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["The desk’s week until 26 November 2026", "The desk’s week until 3 December 2026"], weekly.Select(w => w.Card.Title.ToString()));
        var names = weekly[0].Card.Fields.Select(f => f.Name.ToString()).ToList();
        Assert.Contains("Agreement of the reviewers", names);
        Assert.Contains("Checked of submitted, by claimant", names);
        Assert.Contains("Holt: 1 of 1", weekly[0].Card.Fields.Single(f => f.Name.ToString().EndsWith("by claimant", StringComparison.Ordinal)).Value.ToString());
        var daily = await desk.LookAsync(db => db.Digests.Where(d => d.Kind == DigestKind.Daily).CountAsync());
        Assert.Equal(2, daily);
    }

    /// <summary>31 claims: one at each place of the review, and 25 that wait for triage.</summary>
    private static async Task<TestDesk> BusyAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        for (var claim = 1; claim <= 6; claim++)
        {
            await desk.OpenClaimAsync();
        }

        foreach (var (claim, ratings) in new[] { ("1", "false false false"), ("2", "false false false"), ("3", "true false mixed"), ("4", "true true true") })
        {
            foreach (var (reviewer, rating) in new[] { desk.Ben, desk.Chi, desk.Dee }.Zip(ratings.Split(' ')))
            {
                (await desk.VotesAsync(reviewer, rating, claim)).Answer();
            }
        }

        (await desk.PublishesAsync()).Answer();
        (await desk.PublishesAsync("2")).Answer();
        (await desk.RetractsAsync("2", "The source was forged")).Answer();
        (await desk.VotesAsync(desk.Ben, "true", "5")).Answer();
        (await desk.AssignsAsync(desk.Chi, "5")).Answer();
        (await desk.AssignsAsync(desk.Dee, "6")).Answer();
        var longest = string.Concat(Enumerable.Repeat("*_`|", 100));
        for (var claim = 7; claim <= 31; claim++)
        {
            await desk.SubmitsAsync(desk.Fay, $"Tram {claim} {longest}");
        }

        await desk.RunAsync(desk.Ada, "claim want", ("claim", "10"));
        await desk.RunAsync(desk.Ada, "settings", ("rule", "hours"), ("value", "1"));
        return desk;
    }

    private static void Keep(string text)
    {
        if (Environment.GetEnvironmentVariable("FACTBOT_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "busy-digest.md"), text);
        }
    }
}
