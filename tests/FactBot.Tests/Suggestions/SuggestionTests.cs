using System.Text;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Suggestions;
using FactBot.Text.Worthiness;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Suggestions;

public class SuggestionTests
{
    private const string Text = """
        The new tram

        Good morning and thank you all for coming here today.
        The tram line cost 214 million crowns, which is 30 percent more than the council had planned in 2021.
        Do we really need another tram in this city?
        I think that it is a wonderful day for all of us.
        “It carries 12,000 passengers every day,” said Councillor Ida Holt on Monday.
        We will open another line next year, and it should be beautiful.
        """;

    [Fact]
    public async Task What_can_be_checked_comes_first_with_its_reasons_and_talk_sinks()
    {
        await using var desk = await DeskWithArticleAsync();
        var text = (await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"))).Card!.Text!.ToString();
        Assert.True(Place("214 million") < Place("Good morning"));
        Assert.True(Place("12,000 passengers") < Place("another tram in this city?"));
        Assert.True(Place("12,000 passengers") < Place("wonderful day"));
        Assert.True(Place("214 million") < Place("We will open"));
        Assert.Contains("a quantity", text);
        Assert.Contains("said by Councillor Ida Holt", text);

        int Place(string words) => text.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? at : int.MaxValue;
    }

    [Fact]
    public async Task A_page_at_a_time_is_suggested_and_the_others_follow()
    {
        await using var desk = await DeskWithArticleAsync(string.Join('\n', Enumerable.Range(1, 25).Select(i => $"Line {i} of the tram carried {i},000 passengers in 2025.")));
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        Assert.Equal(10, RanksIn(list).Count);
        var next = await desk.PressesAsync(desk.Fay, list.Buttons.Single(b => b.Options.Contains(("page", "2")) && b.Options.All(o => o.Name != "choose")));
        Assert.Equal(Enumerable.Range(11, 10), RanksIn(next));
        Assert.Equal(10, (await desk.PressesAsync(desk.Fay, next.Buttons[0])).Form!.Fields[0].Choices.Count);

        static List<int> RanksIn(Reply reply) =>
            [.. reply.Card!.Text!.ToString().Split("\n\n").Select(line => int.Parse(line[2..line.IndexOf('.', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task Those_that_are_ticked_become_anchored_claims_in_one_go()
    {
        await using var desk = await DeskWithArticleAsync();
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        var form = (await desk.PressesAsync(desk.Fay, list.Buttons[0])).Form!;
        var field = Assert.Single(form.Fields);
        Assert.Equal(field.Choices.Count, field.Most);
        var chosen = field.Choices.Where(c => c.Name.Contains("214") || c.Name.Contains("12,000")).Select(c => c.Value).ToList();
        Assert.Contains("#1, #2", (await desk.FillAsync(desk.Fay, form, ("sentences", string.Join('\n', chosen)))).Answer());

        var claims = await desk.LookAsync(db => db.Claims.OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(["The tram line cost 214 million", "“It carries 12,000 passengers "], claims.Select(c => c.Text[..30]));
        Assert.All(claims, c => Assert.True(c.Appearance!.IsAnchored));
        Assert.Equal("Councillor Ida Holt", claims[1].Claimant);
        Assert.Contains("No sentence of article 1 is left to suggest", (await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"))).Answer());
    }

    [Fact]
    public async Task The_team_s_own_decisions_move_its_suggestions_and_no_other_team_s()
    {
        await using var desk = await DeskWithArticleAsync("""
            The tram line cost 214 million crowns in 2025.
            The tram stop cost 3 million crowns in 2024.
            The bridge carries 12,000 passengers every day.
            The ferry carries 9,000 passengers every week.
            """);
        var before = await desk.LookAsync(db => new WorthinessTrainer(db).LearnAsync(CancellationToken.None));
        var list = await desk.RunAsync(desk.Fay, "article suggest", ("article", "1"));
        var form = (await desk.PressesAsync(desk.Fay, list.Buttons[0])).Form!;
        var tram = form.Fields[0].Choices.Where(c => c.Name.Contains("tram")).Select(c => c.Value);
        (await desk.FillAsync(desk.Fay, form, ("sentences", string.Join('\n', tram)))).Answer();
        var after = await desk.LookAsync(db => new WorthinessTrainer(db).LearnAsync(CancellationToken.None));
        Assert.True(Lead(after) > Lead(before));

        var other = await desk.LookAsync(db =>
        {
            db.CurrentTeam = new TeamId(9001);
            return new WorthinessTrainer(db).LearnAsync(CancellationToken.None);
        });
        Assert.Empty(other.Words);
        static double Lead(WorthinessModel model) => model.ScoreOf("The tram line cost 3 crowns.") - model.ScoreOf("It carries passengers on 3 days.");

        var stats = (await desk.RunAsync(desk.Ben, "desk stats")).Card!.Fields[^2].Value.ToString();
        Assert.Contains("a quantity +", stats);
        Assert.Matches(@"Words .their stems., from your own triage: .*[+−]0", stats);
    }

    [Theory]
    [InlineData("“That's what a dealmaker does,” President Trump explained on the plane.", "President Trump")]
    [InlineData("According to a Bloomberg report published Tuesday, he advised an official.", "Bloomberg")]
    [InlineData("\"It will rain,\" said Ida Holt.", "Ida Holt")]
    [InlineData("Про це заявив Олександр Шевченко.", "Олександр Шевченко")]
    [InlineData("According to the\nNational Road Office, no bridge carried more.", "National Road Office")]
    [InlineData("Councillor Ben Carter, who leads the party, said on Monday that it is closed.", "Councillor Ben Carter")]
    [InlineData("„Es regnet“, sagte Bürgermeisterin Anna Weiß.", "Bürgermeisterin Anna Weiß")]
    [InlineData("Selon Marie Curie, le pont est fermé.", "Marie Curie")]
    [InlineData("El puente está cerrado, dijo Ana Gómez.", "Ana Gómez")]
    [InlineData("„Es regnet“, so Anna Weiß.", "Anna Weiß")]
    [InlineData("It rained, so Trump stayed at home.", null)]
    [InlineData("“Is it closed?” asked nobody.", null)]
    [InlineData("He said that it was late.", null)]
    [InlineData("The bridge is old.", null)]
    public void Who_is_quoted_is_the_claimant(string sentence, string? who) => Assert.Equal(who, Speaker.FindIn(sentence));

    private static async Task<TestDesk> DeskWithArticleAsync(string text = Text)
    {
        var desk = await TestDesk.SetUpAsync();
        var bytes = Encoding.UTF8.GetBytes(text);
        await desk.Router.RunAsync(
            desk.RequestOf(desk.Fay, "article add") with
            {
                Files = new Dictionary<string, AttachedFile> { ["file"] = new("tram.txt", bytes.Length, _ => Task.FromResult(bytes)) },
            },
            CancellationToken.None);
        return desk;
    }
}
