using FactBot.Chat;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Tests.Claims;

public class SplitTests
{
    private const string Article = "It has 14 stops. The mayor said that it has 14 stops and cost 214 million crowns. So it has 14 stops.";

    private const string Whole = "it has 14 stops and cost 214 million crowns";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_carries_a_part_alone_that_they_may_have_written(bool hasTriage)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "quorum"), ("value", "1"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.RunAsync(desk.Ada, "settings", ("rule", "triage"), ("value", hasTriage ? "on" : "off"));
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"), ("parts", "The tram has 99 stops.\nThe mayor owns it."))).Answer();
        if (hasTriage)
        {
            (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"))).Answer();
        }

        await desk.AddsSourceAsync(desk.Ada, "2");
        (await desk.VotesAsync(desk.Ada, "true", "2")).Answer();
        Assert.Equal(Stage.Open, (await desk.ClaimAsync(2)).Stage);
        (await desk.VotesAsync(desk.Ben, "true", "2")).Answer();
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(2)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Nobody_decides_alone_on_a_part_even_where_one_person_may()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "two-people"), ("value", "off"));
        await desk.SubmitsAsync(desk.Fay);
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"), ("parts", "The tram has 99 stops.\nThe mayor owns it."))).Answer();
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"))).Answer();
        await desk.AddsSourceAsync(desk.Ada, "2");
        foreach (var (voter, rating) in new[] { (desk.Ben, "true"), (desk.Chi, "false"), (desk.Dee, "mixed") })
        {
            (await desk.VotesAsync(voter, rating, "2")).Answer();
        }

        Assert.Contains("second person", (await desk.PublishesAsync("2", ("rating", "true"), ("reason", "It is clear"))).Answer());
        (await desk.RunAsync(desk.Ada, "verdict approve", ("claim", "2"))).Refusal();
        Assert.Equal(Stage.Disputed, (await desk.ClaimAsync(2)).Stage);
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task Each_part_keeps_its_place_within_the_whole_s_passage_and_who_submitted_it()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await SubmitAsync(desk);
        var reply = await SplitAsync(desk, "it has 14 stops\ncost 214 million crowns");
        Assert.Contains("#1 is split into #2, #3; each waits for its own triage", reply.Answer());

        var whole = await desk.ClaimAsync(1);
        Assert.Equal(Stage.Split, whole.Stage);
        Assert.Equal([2, 3], whole.Parts);
        foreach (var number in whole.Parts)
        {
            var part = await desk.ClaimAsync(number);
            Assert.Equal(Stage.Submitted, part.Stage);
            Assert.Equal(desk.Fay.Id, part.SubmittedBy);
            Assert.Equal("The mayor", part.Claimant);
            Assert.Equal(1, part.PartOf);
            Assert.InRange(part.Appearance!.Start!.Value, whole.Appearance!.Start!.Value, whole.Appearance.End!.Value);
            Assert.InRange(part.Appearance.End!.Value, part.Appearance.Start.Value, whole.Appearance.End.Value);
            Assert.Equal(part.Text, Article[part.Appearance.Start.Value..part.Appearance.End.Value]);
        }
    }

    [Fact]
    public async Task A_part_in_words_of_one_s_own_has_no_place_but_its_article()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await SubmitAsync(desk);
        (await SplitAsync(desk, "it has 14 stops\nIt was expensive")).Answer();
        var part = await desk.ClaimAsync(3);
        Assert.Equal(1, part.Appearance!.ArticleNumber);
        Assert.False(part.Appearance.IsAnchored);
    }

    [Fact]
    public async Task The_parts_go_on_in_their_own_threads_and_the_whole_tells_where()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay, "One and two");
        (await SplitAsync(desk, "One\nTwo")).Answer();
        Assert.Contains("goes on in parts: #2, #3", Assert.Single(await desk.NoticesAsync(1)).Message.Text!.ToString());
        Assert.Contains("It goes on as #2, #3.", (await desk.RunAsync(desk.Gus, "claim show", ("claim", "1"))).Card!.Footer!.ToString());
        Assert.Contains("A part of #1", (await desk.RunAsync(desk.Gus, "claim show", ("claim", "2"))).Card!.Text!.ToString());
        (await desk.RunAsync(desk.Ada, "triage", ("claim", "2"), ("action", "accept"))).Answer();
        (await desk.RunAsync(desk.Fay, "claim withdraw", ("claim", "3"))).Answer();
    }

    [Theory]
    [InlineData("The tram has 14 stops.", "at least two parts")]
    [InlineData("One\none", "are the same")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", "at most 10 parts")]
    public async Task A_split_that_is_none_is_refused_and_no_number_is_lost(string parts, string refusal)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.SubmitsAsync(desk.Fay);
        Assert.Contains(refusal, (await SplitAsync(desk, parts)).Refusal());
        Assert.Equal(Stage.Submitted, (await desk.ClaimAsync(1)).Stage);
        await desk.SubmitsAsync(desk.Fay, "The next");
        Assert.Equal(2, await desk.LookAsync(db => db.Claims.MaxAsync(c => c.Number)));
    }

    private static async Task SubmitAsync(TestDesk desk)
    {
        await desk.FillAsync(desk.Fay, (await desk.RunAsync(desk.Fay, "article add")).Form!, ("title", "The tram"), ("text", Article));
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", Whole), ("article", "1"), ("claimant", "The mayor"))).Answer();
    }

    private static async Task<Reply> SplitAsync(TestDesk desk, string parts)
    {
        var form = (await desk.RunAsync(desk.Ada, "triage", ("claim", "1"), ("action", "split"))).Form!;
        return await desk.FillAsync(desk.Ada, form, ("parts", parts));
    }
}
