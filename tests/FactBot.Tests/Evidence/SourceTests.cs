using FactBot.Chat;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Evidence;

public class SourceTests
{
    [Fact]
    public async Task What_was_said_of_a_source_before_stays_readable()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var form = (await desk.RunAsync(desk.Chi, "evidence edit", ("claim", "1"), ("source", "1"))).Form!;
        Assert.Equal("supports", form.Fields.Single(f => f.Name == "stance").Value);
        (await desk.FillAsync(desk.Chi, form, ("stance", "refutes"), ("publisher", "The records"), ("quote", "There were 27."))).Answer();
        var shown = Surface.TextsOf((await desk.RunAsync(desk.Fay, "evidence show", ("claim", "1"), ("source", "1"))).Card!);
        Assert.Contains(shown, t => t.Contains("The records (refutes)", StringComparison.Ordinal));
        Assert.Contains(shown, t => t.StartsWith("Before: ", StringComparison.Ordinal) && t.Contains("supports, no publisher", StringComparison.Ordinal));
        await desk.AssertReplayAsync();
    }

    [Fact]
    public async Task A_struck_source_no_longer_counts_and_stays_readable_with_the_reason()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        (await desk.RunAsync(desk.Chi, "evidence strike", ("claim", "1"), ("source", "1"), ("reason", "A parody"))).Answer();
        Assert.Contains("source", (await desk.VotesAsync(desk.Ben, "true")).Refusal());
        Assert.Contains(
            Surface.TextsOf((await desk.RunAsync(desk.Fay, "evidence show", ("claim", "1"), ("source", "1"))).Card!),
            t => t.StartsWith("Struck: ", StringComparison.Ordinal) && t.EndsWith("A parody", StringComparison.Ordinal));
        Assert.Contains("struck", (await desk.RunAsync(desk.Chi, "evidence strike", ("claim", "1"), ("source", "1"), ("reason", "Again"))).Refusal());
        Assert.Single((await desk.ClaimAsync(1)).Sources);
    }

    [Theory]
    [InlineData("https://ｂｂｃ.com/a", "xn--")]
    [InlineData("https://bbс.com/a", "xn--")]
    [InlineData("https://xn--mi7chab1aes7c.com/a", "xn--mi7chab1aes7c.com")]
    public async Task A_host_that_imitates_another_does_so_neither_in_the_answer_nor_on_the_card(string url, string shown)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync();
        var answer = (await desk.AddsSourceAsync(desk.Ben, url: url)).Answer();
        Assert.Contains($"is on #1: {shown}", answer);
        await desk.SettleAsync();
        var line = Surface.TextsOf(desk.CardOf(1).Card).SelectMany(t => t.Split('\n')).Single(l => l.StartsWith("2. ", StringComparison.Ordinal));
        Assert.Contains(shown, line);
        Assert.Contains("unusual letters", line);
        Assert.DoesNotContain("bbc.com", line);
        Assert.DoesNotContain("example.com", line);
    }

    [Fact]
    public async Task A_publisher_stays_on_its_line_and_passes_for_no_further_source()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync(hasSource: false);
        await desk.RunAsync(
            desk.Ben, "evidence add", ("claim", "1"), ("url", "https://example.org/a"), ("stance", "context"), ("publisher", "Ours (context)\n2. bbc.com"));
        Assert.Equal("Ours (context) 2. bbc.com", Assert.Single((await desk.ClaimAsync(1)).Sources).Publisher);
    }

    [Theory]
    [InlineData("https://news.example.co.uk/a", "https://www.example.co.uk/b", false)]
    [InlineData("https://one.co.uk/a", "https://two.co.uk/a", true)]
    [InlineData("https://ada.github.io/a", "https://ben.github.io/a", true)]
    public async Task Two_pages_of_one_site_count_once_by_who_can_register_a_name_there(string first, string second, bool isEnough)
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "sources"), ("value", "2"));
        await desk.OpenClaimAsync(hasSource: false);
        (await desk.AddsSourceAsync(desk.Ben, url: first)).Answer();
        (await desk.AddsSourceAsync(desk.Ben, url: second)).Answer();
        var vote = await desk.VotesAsync(desk.Ben, "true");
        Assert.Equal(isEnough, !vote.IsRefusal);
        Assert.True(isEnough || vote.Refusal().Contains("site", StringComparison.Ordinal), vote.Text?.ToString());
    }

    [Fact]
    public async Task With_no_source_needed_one_may_vote_but_an_editor_cannot_publish_without_any()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.RunAsync(desk.Ada, "settings", ("rule", "sources"), ("value", "0"));
        await desk.OpenClaimAsync(hasSource: false);
        await desk.VoteAllAsync("true");
        Assert.Equal(Stage.Agreed, (await desk.ClaimAsync(1)).Stage);
        Assert.Contains("evidence add", (await desk.RunAsync(desk.Ada, "verdict publish", ("claim", "1"))).Refusal());
    }
}
