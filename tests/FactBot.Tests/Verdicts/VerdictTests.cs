using FactBot.Chat;

namespace FactBot.Tests.Verdicts;

public class VerdictTests
{
    [Fact]
    public async Task A_correction_needs_a_second_person_marks_the_post_and_keeps_both_versions()
    {
        await using var desk = await PublishedAsync();
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        Assert.Contains("second person", (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "1"))).Refusal());
        Assert.Equal(["#1 · True"], Titles(desk));
        (await desk.RunAsync(desk.Ben, "verdict approve", ("claim", "1"))).Answer();
        await desk.SettleAsync();
        Assert.Equal(["#1 · Corrected", "#1 · Mixed"], Titles(desk));
        Assert.Contains("One was counted twice.", desk.Chat.In(TestDesk.Verdicts).First().Card.Text!.ToString());
        Assert.Contains("had said True", desk.Chat.In(TestDesk.Verdicts).First().Card.Text!.ToString());

        var latest = (await desk.RunAsync(desk.Fay, "verdict history", ("claim", "1"))).Card!;
        Assert.Contains("Version 2 of 2", latest.Footer!.ToString());
        var older = Assert.Single(latest.Buttons);
        Assert.Contains("Corrected", (await desk.RunAsync(desk.Fay, older.Command, older.Options)).Card!.Title.ToString());
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_second_proposal_takes_the_place_of_the_first_and_the_first_s_button_approves_nothing()
    {
        await using var desk = await PublishedAsync();
        await desk.CorrectsAsync(desk.Ada, rating: "mixed");
        await desk.SettleAsync();
        var button = desk.CardOf(1).Card.Buttons.Single(b => b.Command == "verdict approve");
        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        await desk.CorrectsAsync(desk.Hal, rating: "false");
        var press = await desk.RunAsync(desk.Ben, button.Command, button.Options);
        Assert.Contains("another correction", press.Refusal());
        Assert.Single((await desk.ClaimAsync(1)).Verdicts);
    }

    [Fact]
    public async Task A_retracted_verdict_is_marked_with_its_reason_and_stays_readable()
    {
        await using var desk = await PublishedAsync();
        (await desk.RetractsAsync(reason: "The source was forged")).Answer();
        await desk.SettleAsync();
        Assert.Equal(["#1 · Retracted"], Titles(desk));
        Assert.Contains("The source was forged", desk.Chat.In(TestDesk.Verdicts).Single().Card.Text!.ToString());
        Assert.NotNull((await desk.RunAsync(desk.Fay, "verdict history", ("claim", "1"))).Card);
        Assert.Contains("was retracted", (await desk.NoticesAsync(1))[^1].Message.Text!.ToString());
    }

    [Theory]
    [InlineData("off", false)]
    [InlineData("on", true)]
    public async Task Dissent_is_published_by_rating_and_reason_with_names_only_where_the_team_chose_so(string names, bool isNamed)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "dissent-names"), ("value", names));
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("true", "true", "false");
        (await desk.PublishesAsync()).Answer();
        await desk.SettleAsync();
        var dissent = Assert.Single(Surface.TextsOf(desk.Chat.In(TestDesk.Verdicts).Single()), t => t.StartsWith("Dissent: ", StringComparison.Ordinal));
        Assert.Equal($"Dissent: **False**{(isNamed ? $" ({desk.Dee.Id})" : "")}: Dee read the source", dissent);
    }

    [Theory]
    [InlineData("supports", "false", true)]
    [InlineData("refutes", "mostly-true", true)]
    [InlineData("refutes", "false", false)]
    [InlineData("supports", "mixed", false)]
    [InlineData("supports", "unverifiable", false)]
    [InlineData("context", "false", false)]
    public async Task A_verdict_against_all_of_its_sources_warns_its_editor_first(string stance, string rating, bool warns)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync(hasSource: false);
        await desk.RunAsync(desk.Ben, "evidence add", ("claim", "1"), ("url", "https://example.org/a"), ("stance", stance));
        await desk.VoteAllAsync(rating);
        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Form!;
        Assert.Equal(warns, form.Note is { } note && note.ToString().Contains("All sources", StringComparison.Ordinal));
        var correction = await PublishThenCorrectAsync(desk, form, rating);
        Assert.Equal(warns, correction.Contains("All sources", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_shelf_life_ends_with_a_re_check_that_an_editor_confirms()
    {
        await using var desk = await PublishedAsync();
        desk.Clock.Advance(TimeSpan.FromDays(181));
        Assert.Contains(await DigestAsync(desk), t => t.Contains("Due for another check", StringComparison.Ordinal));
        (await desk.RunAsync(desk.Ada, "verdict recheck", ("claim", "1"))).Answer();
        Assert.DoesNotContain(await DigestAsync(desk), t => t.Contains("Due for another check", StringComparison.Ordinal));
        Assert.Contains("and it holds", (await desk.RunAsync(desk.Fay, "verdict show", ("claim", "1"))).Card!.Footer!.ToString());
    }

    [Fact]
    public async Task Another_scale_changes_no_verdict_that_was_given()
    {
        await using var desk = await PublishedAsync();
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "scale"), ("value", "simple"))).Answer();
        Assert.Contains("True", (await desk.RunAsync(desk.Fay, "verdict show", ("claim", "1"))).Card!.Title.ToString());
        (await desk.CorrectsAsync(desk.Ada)).Answer();
        await desk.OpenClaimAsync();
        Assert.Contains("is no rating of this team", (await desk.VotesAsync(desk.Ben, "mostly-true", "2")).Refusal());
    }

    private static async Task<string> PublishThenCorrectAsync(TestDesk desk, Form form, string rating)
    {
        (await desk.FillAsync(desk.Ada, form, ("summary", "So."), ("explanation", "Because."))).Answer();
        return (await desk.CorrectsAsync(desk.Ada, rating: rating)).Answer();
    }

    private static async Task<IEnumerable<string>> DigestAsync(TestDesk desk) =>
        Surface.TextsOf((await desk.RunAsync(desk.Ada, "digest preview")).Card!);

    private static List<string> Titles(TestDesk desk) => [.. desk.Chat.In(TestDesk.Verdicts).Select(m => $"{m.Card.Title}")];

    private static async Task<TestDesk> PublishedAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync();
        (await desk.PublishesAsync()).Answer();
        await desk.SettleAsync();
        return desk;
    }
}
