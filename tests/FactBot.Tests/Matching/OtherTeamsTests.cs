using System.Globalization;
using CsCheck;
using FactBot.Domain;
using FactBot.Matching;
using FactBot.Suggestions;
using FactBot.Text.Matching;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

/// <summary>What one team has and decides never ranks in another's.</summary>
public class OtherTeamsTests
{
    private static readonly TeamId Other = new(9001);

    private static readonly string[] Asked = ["council 12,000 euros tram", "Holt opened the bridge in 1931", "міст"];

    private static Gen<string> Statement { get; } =
        from words in Gen.OneOf(
            "council", "tram", "bridge", "12,000", "euros", "mayor", "paid", "not", "Harbour", "Square", "opened", "1931", "Holt", "кава", "міст").List[4, 9]
        select string.Join(' ', words);

    [Fact]
    public async Task Whatever_another_team_submits_decides_and_ticks_changes_neither_what_is_found_nor_what_is_learned()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SetUpTeamAsync(Other);
        foreach (var text in new[] { "The council paid 12,000 euros for the tram bridge.", "Mayor Holt opened Harbour Square in 1931.", "Міст відкрила мер Голт." })
        {
            await desk.SubmitsAsync(desk.Fay, text);
        }

        var before = await PictureAsync(desk);
        await (from texts in Statement.Array[3] from isSame in Gen.Bool select (texts, isSame)).SampleAsync(
            async t =>
            {
                await WorkAsync(desk, t.texts, t.isSame);
                Assert.Equal(before, await PictureAsync(desk));
            },
            iter: 8, threads: 1);

        // The other team did find and learn something meanwhile.
        Assert.NotEqual(before, await PictureAsync(desk, Other));
        await desk.SetUpTeamAsync(new TeamId(9002));
        Assert.Contains("Nothing like it", (await desk.RunAsync(desk.Fay, "claim find", new TeamId(9002), ("text", "The council paid 12,000 euros for the tram bridge."))).Answer());
    }

    private static async Task WorkAsync(TestDesk desk, string[] texts, bool isSame)
    {
        foreach (var text in texts)
        {
            await desk.RunAsync(desk.Fay, "claim submit", Other, ("text", text));
        }

        var last = await desk.LookAsync(db => db.Claims.IgnoreQueryFilters().Where(c => c.TeamId == Other).MaxAsync(c => (int?)c.Number)) ?? 0;
        await desk.RunAsync(desk.Ada, "triage", Other, ("claim", $"{last}"), ("action", isSame && last > 1 ? "duplicate" : "accept"), ("of", "1"));
        await desk.LookAsync(async db =>
        {
            db.CurrentTeam = Other;
            var suggestion = new DuplicateSuggestion(Other, desk.Fay.Id, texts[0], 1, string.Join(' ', MatchModel.ByHand.Weights.Select((_, i) => i % 2)), desk.Clock.GetUtcNow());
            suggestion.Answer(isSame);
            db.DuplicateSuggestions.Add(suggestion);
            db.SuggestionFeedback.Add(new SuggestionFeedback(Other, texts[1], !isSame, desk.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>All that a team's claims and decisions show: what is found with which probability, and every learned weight.</summary>
    private static Task<string> PictureAsync(TestDesk desk, TeamId? team = null) => desk.LookAsync(async db =>
    {
        db.CurrentTeam = team ?? desk.Team;
        var matcher = new ClaimMatcher(db);
        var lines = new List<string>();
        foreach (var text in Asked)
        {
            lines.AddRange((await matcher.FindAsync(text, 5, CancellationToken.None)).Select(m => $"{m.Claim.Text} {m.Probability:R} {m.Features}"));
        }

        var (model, worthiness) = (await matcher.ModelAsync(CancellationToken.None), await new WorthinessTrainer(db).LearnAsync(CancellationToken.None));
        lines.AddRange(new[] { model, worthiness.Features }.Select(m => string.Join(' ', m.Weights.Prepend(m.Bias).Select(w => w.ToString("R", CultureInfo.InvariantCulture)))));
        return string.Join('\n', lines.Concat(worthiness.Words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value:R}")));
    });
}
