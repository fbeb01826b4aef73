using System.Text;

namespace FactBot.Host.Tests.Stories;

/// <summary>Menus on messages, and forms with more than lines of text.</summary>
public class ChoosingTests
{
    [Fact]
    public async Task An_editor_accepts_a_claim_and_chooses_its_reviewers_from_a_list()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        var accepted = await newsroom.Ada.PressesAsync("Accept", await newsroom.CardAsync(1));
        var assigned = await newsroom.Ada.ChoosesAsync("Choose a reviewer for #1", accepted, "Ben");
        Assert.Contains("#1 is with", assigned.Text, StringComparison.Ordinal);

        await newsroom.Client.RestartAsync();
        Assert.Contains("#1 is with", (await newsroom.Ada.ChoosesAsync("Choose a reviewer for #1", assigned, "Chi")).Text, StringComparison.Ordinal);
        Assert.Contains("is no reviewer here", (await newsroom.Ada.ChoosesAsync("Choose a reviewer for #1", assigned, "Fay")).Text, StringComparison.Ordinal);
        Assert.Contains("#1", (await newsroom.Ben.AsksAsync("queue")).Text, StringComparison.Ordinal);
        Assert.Contains("#1", (await newsroom.Chi.AsksAsync("queue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_is_checked_again_when_a_menu_is_used()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ada.AssignsAsync(1, "Ben");
        var queue = await newsroom.Ben.AsksAsync("queue");
        var form = await newsroom.Ben.ChoosesAsync("Vote on one of them", queue, "#1");
        Assert.Equal("Vote on #1", (string?)form.Form!["title"]);
        Assert.Equal(["select", "radio", "paragraph"], form.Form["fields"]!.AsArray().Select(f => (string?)f!["kind"]));
        Assert.Contains("is in", (await newsroom.Ben.FillsAsync(form, ("rating", "true"), ("reason", "I counted them"))).Text, StringComparison.Ordinal);

        await newsroom.Fay.SubmitsAsync("The tram is red.");
        var list = await newsroom.Fay.AsksAsync("claim list");
        Assert.Contains("The tram is red.", (await newsroom.Fay.ChoosesAsync("Look at one of them", list, "#2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_pasted_into_the_form_or_attached_to_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var fay = newsroom.Fay;
        var bytes = Encoding.UTF8.GetBytes("# A tram for all\n\n" + Newsroom.Article);
        Assert.Contains("“A tram for all”", (await fay.FillsWithFileAsync(await fay.AsksAsync("article add"), "tram.md", bytes)).Text, StringComparison.Ordinal);
        Assert.Contains("Article 2", (await fay.FillsAsync(await fay.AsksAsync("article add"), ("text", "It rained."))).Text, StringComparison.Ordinal);
        Assert.Contains("article is missing", (await fay.FillsAsync(await fay.AsksAsync("article add"), ("title", "Nothing"))).Text, StringComparison.Ordinal);

        var both = await fay.FillsWithFileAsync(await fay.AsksAsync("article add"), "tram.md", bytes, ("text", "A text that took long to write."));
        Assert.Contains("both a text and a file", both.Text, StringComparison.Ordinal);
        Assert.Equal("what-you-wrote.txt", (string?)both.Message!["attachments"]![0]!["filename"]);
    }
}
