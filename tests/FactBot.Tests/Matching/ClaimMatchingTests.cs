using CsCheck;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Matching;
using FactBot.Text.Learning;
using FactBot.Text.Matching;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Matching;

public class ClaimMatchingTests
{
    private const string Claim = "The city council paid 12,000 euros for the new tram stop at Harbour Square in March.";

    [Theory]
    [InlineData(Claim)]
    [InlineData("the city council paid 12000 euros for the new tram stop at Harbour Square in March")]
    [InlineData("“The city council paid 12,000 euros for the new tram stop at Harbour Square in March!!!”")]
    public async Task The_same_statement_is_offered_before_it_is_submitted_again(string again)
    {
        await using var desk = await DeskWithClaimAsync();
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", again));
        Assert.Equal("#1 says the same", offer.Card!.Title.ToString());
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Theory]
    [InlineData("The city council paid 1,200 euros for the new tram stop at Harbour Square in March.")]
    [InlineData("The city council has not paid 12,000 euros for the new tram stop at Harbour Square in March.")]
    [InlineData("Harbour Square paid 12,000 euros for the new tram stop at the city council in March.")]
    public async Task Another_number_a_not_and_swapped_names_make_another_statement_of_the_same_words(string other)
    {
        await using var desk = await DeskWithClaimAsync();
        var reply = await desk.RunAsync(desk.Ben, "claim submit", ("text", other));
        Assert.NotEqual("#1 says the same", reply.Card?.Title.ToString());
    }

    [Fact]
    public async Task At_a_desk_with_few_claims_another_number_is_another_claim_and_an_article_s_short_title_says_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var form = (await desk.RunAsync(desk.Fay, "article add")).Form!;
        (await desk.FillAsync(desk.Fay, form, ("title", "The tram"), ("text", "Councillor Holt called it the largest investment ever made."))).Answer();
        Assert.Contains("#1", (await desk.RunAsync(desk.Fay, "claim submit", ("text", "the largest investment ever made"), ("article", "1"))).Answer());
        Assert.Contains("Claim #2 is submitted", (await desk.RunAsync(desk.Fay, "claim submit", ("text", "The tram has 14 stops."))).Answer());
        Assert.Contains("Claim #3 is submitted", (await desk.RunAsync(desk.Fay, "claim submit", ("text", "The tram has 15 stops."))).Answer());
        Assert.Contains("Claim #4 is submitted", (await desk.RunAsync(desk.Fay, "claim submit", ("text", "The tram has not 15 stops."))).Answer());
    }

    [Theory]
    [InlineData("The Brakel bridge was closed in May after an inspection", "The mayor resigned.", "Trucks take the ferry now.")]
    [InlineData("Die Kita-Gebühren in Lauenfeld steigen um neun Prozent", "Der Kämmerer widersprach.", "Zwei Gruppen schließen im Herbst.")]
    public async Task What_an_article_s_headline_says_is_not_what_each_of_its_claims_says(string headline, string one, string other)
    {
        await using var desk = await TestDesk.SetUpAsync();
        var form = (await desk.RunAsync(desk.Fay, "article add")).Form!;
        await desk.FillAsync(desk.Fay, form, ("title", headline), ("text", $"{one} {other} Nobody knows more of it, and the council has said no word."));
        foreach (var text in new[] { one, other })
        {
            Assert.Contains("is submitted", (await desk.RunAsync(desk.Fay, "claim submit", ("text", text), ("article", "1"))).Answer());
        }

        Assert.Contains("Claim #3 is submitted", (await desk.RunAsync(desk.Gus, "claim submit", ("text", $"{headline}."))).Answer());
    }

    [Fact]
    public async Task A_statement_in_other_words_is_perhaps_the_same_and_a_new_one_is_submitted_at_once()
    {
        await using var desk = await DeskWithClaimAsync();
        Assert.NotNull((await desk.RunAsync(desk.Ben, "claim find", ("text", "Did the council really pay 12,000 for a tram stop at Harbour Square?"))).Card);
        Assert.Contains("Claim #2 is submitted", (await desk.RunAsync(desk.Ben, "claim submit", ("text", "The mayor owns two houses in Spain."))).Answer());
    }

    [Fact]
    public async Task A_mistyped_word_is_found_too()
    {
        await using var desk = await DeskWithClaimAsync();
        var found = await desk.RunAsync(desk.Fay, "claim find", ("text", "city concil payed 12,000 euros for new tram stop at Harbuor Square"));
        Assert.Contains("#1", found.Card!.Text!.ToString());
    }

    [Theory]
    [InlineData("Міська рада заплатила 12 000 євро за нову зупинку.", "рада заплатила за нову зупинку")]
    [InlineData("市议会为新电车站支付了一万二千欧元。", "新电车站支付了多少欧元")]
    [InlineData("دفع مجلس المدينة 12 ألف يورو مقابل محطة الترام الجديدة", "مجلس المدينة محطة الترام الجديدة")]
    [InlineData("Le maire a payé la fête d’Orléans.", "le maire a paye la fete d'Orleans")]
    [InlineData("Der Bürgermeister überquerte die Brücke.", "der Bu\u0308rgermeister uberquerte die Brucke")]
    public async Task A_statement_in_another_language_or_script_is_found_with_its_accents_or_without(string claim, string asked)
    {
        await using var desk = await TestDesk.SetUpAsync();
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", claim))).Answer();
        Assert.Contains("#1", (await desk.RunAsync(desk.Fay, "claim find", ("text", asked))).Card!.Text!.ToString());
    }

    [Fact]
    public async Task A_claim_that_is_not_kept_after_all_is_not_in_the_index_either()
    {
        await using var desk = await DeskWithClaimAsync();
        await desk.LookAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(db.ContextFor(await db.Teams.SingleAsync()), new ClaimSubmitted(2, "A zeppelin was seen.", desk.Fay.Id, null, null, null));
            await db.SaveChangesAsync();
            Assert.True((await db.ClaimSearch.CountAsync(["zeppelin"], CancellationToken.None)).ContainsKey("zeppelin"));
            await transaction.RollbackAsync();
            return true;
        });
        Assert.False(await IsIndexedAsync(desk, "zeppelin"));
    }

    [Fact]
    public async Task Who_finds_it_the_same_wants_it_and_submits_nothing()
    {
        await using var desk = await DeskWithClaimAsync();
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", Claim));
        Assert.Contains("#1 counts your wish", (await desk.PressesAsync(desk.Ben, ButtonOf(offer, "Same as #1"))).Answer());
        Assert.Single((await desk.ClaimAsync(1)).Upvotes);
        Assert.Equal(1, await desk.LookAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task Who_finds_it_another_submits_it_all_the_same_with_all_that_was_given()
    {
        await using var desk = await DeskWithClaimAsync();
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", Claim), ("claimant", "Holt"), ("said", "2026-03-01"));
        Assert.Contains("Claim #2 is submitted", (await desk.PressesAsync(desk.Ben, ButtonOf(offer, "Submit anyway"))).Answer());
        var claim = await desk.ClaimAsync(2);
        Assert.Equal((Claim, "Holt", new DateOnly(2026, 3, 1)), (claim.Text, claim.Claimant, claim.SaidOn));
    }

    [Fact]
    public async Task An_offer_is_the_person_s_own()
    {
        await using var desk = await DeskWithClaimAsync();
        var offer = await desk.RunAsync(desk.Ben, "claim submit", ("text", Claim));
        Assert.Contains("That offer is gone", (await desk.PressesAsync(desk.Chi, ButtonOf(offer, "Submit anyway"))).Refusal());
    }

    [Fact]
    public async Task An_answer_comes_with_the_verdict_and_its_date()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.AgreeAsync("false");
        await desk.PublishesAsync();
        var card = (await desk.RunAsync(desk.Fay, "claim find", ("text", Stories.Text))).Card!;
        Assert.Contains("**False**", card.Text!.ToString());
        Assert.Contains("It has 28 points.", card.Text!.ToString());
        Assert.Contains(card.Buttons, b => b.Label.ToString() == "Verdict on #1");
    }

    [Fact]
    public async Task A_verdict_that_is_held_back_is_neither_shown_nor_searched_before_it_goes_out()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "hold"), ("value", "2"));
        await desk.OpenClaimAsync();
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee })
        {
            await desk.VotesAsync(reviewer, "false");
        }

        var form = (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Form!;
        (await desk.FillAsync(desk.Ada, form, ("summary", "A zeppelin was seen."), ("explanation", "We looked up."))).Answer();
        await desk.SettleAsync();
        Assert.False(await IsIndexedAsync(desk, "zeppelin"));
        Assert.DoesNotContain("zeppelin", (await desk.RunAsync(desk.Fay, "claim find", ("text", Stories.Text))).Card!.Text!.ToString());
        await desk.StartAgainAsync();
        Assert.False(await IsIndexedAsync(desk, "zeppelin"));

        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.SettleAsync();
        Assert.True(await IsIndexedAsync(desk, "zeppelin"));
        Assert.Contains("zeppelin", (await desk.RunAsync(desk.Fay, "claim find", ("text", Stories.Text))).Card!.Text!.ToString());

        (await desk.RetractsAsync(reason: "It was a balloon")).Answer();
        Assert.False(await IsIndexedAsync(desk, "zeppelin"));
    }

    [Fact]
    public async Task What_an_editor_marks_as_a_duplicate_moves_the_team_s_weights()
    {
        await using var desk = await DeskWithClaimAsync();
        Assert.Contains("As they were set", await StatsAsync(desk));
        await desk.SubmitsAsync(desk.Ben, "Harbour Square's tram stop: the council is 12,000 euros poorer.");
        var before = await desk.LookAsync(db => new ClaimMatcher(db).ModelAsync(CancellationToken.None));
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "duplicate"), ("of", "1"))).Answer();
        var after = await desk.LookAsync(db => new ClaimMatcher(db).ModelAsync(CancellationToken.None));
        var features = MatchFeatures.Find((await desk.LookAsync(db => db.DuplicateSuggestions.SingleAsync(o => o.IsSame == true))).Features)!.ToArray();
        Assert.True(after.LogOddsOf(features) > before.LogOddsOf(features));
        Assert.Matches(@"a rare word in common \+\d.*other numbers −\d(.|\n)*Moved by what you answered", await StatsAsync(desk));
    }

    [Fact]
    public async Task A_message_can_be_asked_about_from_its_menu()
    {
        await using var desk = await DeskWithClaimAsync();
        var request = desk.RequestOf(desk.Fay, "Was this checked?") with { Message = MessageOf(Claim) };
        Assert.Equal("This was here before", (await desk.Router.RunAsync(request, CancellationToken.None)).Card!.Title.ToString());
        Assert.Contains("has no text", (await desk.Router.RunAsync(
            desk.RequestOf(desk.Fay, "Was this checked?") with { Message = MessageOf("") }, CancellationToken.None)).Refusal());
    }

    [Fact]
    public async Task Claims_of_before_the_index_are_put_into_it_at_the_start()
    {
        await using var desk = await DeskWithClaimAsync();
        await desk.LookAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM ClaimIndex; DELETE FROM ClaimWords;"));
        Assert.Null((await desk.RunAsync(desk.Fay, "claim find", ("text", Claim))).Card);
        await desk.StartAgainAsync();
        Assert.NotNull((await desk.RunAsync(desk.Fay, "claim find", ("text", Claim))).Card);
    }

    [Fact]
    public async Task No_other_team_s_claims_are_found_or_change_what_is()
    {
        await using var desk = await DeskWithClaimAsync();
        var before = await ScoresAsync(desk);
        var other = new TeamId(9001);
        await desk.SetUpTeamAsync(other);
        foreach (var text in new[] { Claim, "The tram stop at Harbour Square was paid by the council.", "12,000 euros were paid." })
        {
            await desk.RunAsync(desk.Fay, "claim submit", other, ("text", text));
        }

        Assert.Equal(before, await ScoresAsync(desk));
        await desk.SetUpTeamAsync(new TeamId(9002));
        Assert.Contains("Nothing like it", (await desk.RunAsync(desk.Fay, "claim find", new TeamId(9002), ("text", Claim))).Answer());
    }

    [Fact]
    public void Learned_weights_stay_near_the_given_ones_and_follow_the_examples() =>
        (from yes in Gen.Int[1, 40] from no in Gen.Int[1, 40] select (yes, no)).Sample(t =>
        {
            double[] seen = [1], unseen = [0];
            var examples = Enumerable.Repeat((seen, true), t.yes).Concat(Enumerable.Repeat((unseen, false), t.no)).ToList();
            var learned = new Logistic(0, [0]).Learn(examples, 5);
            return learned.Weights[0] > 0 && learned.Weights[0] < 10 && learned.ProbabilityOf([1]) > learned.ProbabilityOf([0]);
        });

    private static async Task<string> StatsAsync(TestDesk desk) =>
        (await desk.RunAsync(desk.Ben, "desk stats")).Card!.Fields[^1].Value.ToString();

    private static Task<bool> IsIndexedAsync(TestDesk desk, string word) =>
        desk.LookAsync(async db => (await db.ClaimSearch.CountAsync([word], CancellationToken.None)).ContainsKey(word));

    private static async Task<string> ScoresAsync(TestDesk desk) => string.Join(';', (await desk.LookAsync(db => new ClaimMatcher(db).FindAsync(
        "council paid 12,000 for tram stop at Harbour Square", 5, CancellationToken.None))).Select(m => $"{m.Claim.Number} {m.Probability:R}"));

    private static async Task<TestDesk> DeskWithClaimAsync()
    {
        var desk = await TestDesk.SetUpAsync();
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", Claim))).Answer();
        return desk;
    }

    private static Button ButtonOf(Reply reply, string label) => Assert.Single(reply.Buttons, b => b.Label.ToString() == label);

    private static PointedMessage MessageOf(string text) =>
        new(new(77), new(101), new(5), DateTimeOffset.UnixEpoch, text, "https://discord.com/channels/1/2/77");
}
