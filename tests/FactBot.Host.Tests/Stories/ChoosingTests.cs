using System.Text;
using FactBot.Sandbox.Demo;

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
        Assert.Contains("is in", (await newsroom.Ben.FillsAsync(form, ("rating", "true"), ("reason", "I counted them"))).Text, StringComparison.Ordinal);

        await newsroom.Fay.SubmitsAsync("The tram is red.");
        var list = await newsroom.Fay.AsksAsync("claim list");
        Assert.Contains("The tram is red.", (await newsroom.Fay.ChoosesAsync("Look at one of them", list, "#2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_of_a_form_are_in_sight()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ada.AssignsAsync(1, "Ben");
        var form = await newsroom.Ben.PressesAsync("Vote", await newsroom.CardAsync(1));
        var kinds = KindsOf(form);
        Assert.SkipUnless(kinds.Contains("select"), "The forms of this client hold text alone.");
        Assert.Equal(["select", "radio", "paragraph"], kinds);
    }

    [Fact]
    public async Task What_is_chosen_in_a_form_can_be_written_as_people_read_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ada.AssignsAsync(1, "Ben");
        var form = await newsroom.Ben.PressesAsync("Vote", await newsroom.CardAsync(1));
        Assert.SkipWhen(KindsOf(form).Contains("select"), "The forms of this client have lists.");
        Assert.Contains("High, Medium, Low", (string?)form.Form!["fields"]![1]!["label"], StringComparison.Ordinal);
        Assert.Contains("is no rating", (await newsroom.Ben.FillsAsync(form, ("rating", "so so"), ("reason", "I counted them"))).Text, StringComparison.Ordinal);

        var again = await newsroom.Ben.PressesAsync("Vote", await newsroom.CardAsync(1));
        Assert.Contains("is in", (await newsroom.Ben.FillsAsync(again, ("rating", "mostly true"), ("confidence", "HIGH"), ("reason", "I counted them"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_pasted_into_the_form_or_attached_to_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var fay = newsroom.Fay;
        Assert.Contains("Article 1", (await fay.FillsAsync(await fay.AsksAsync("article add"), ("text", "It rained."))).Text, StringComparison.Ordinal);
        Assert.Contains("article is missing", (await fay.FillsAsync(await fay.AsksAsync("article add"), ("title", "Nothing"))).Text, StringComparison.Ordinal);

        Assert.SkipUnless(KindsOf(await fay.AsksAsync("article add")).Contains("file"), "The forms of this client take no files.");
        var bytes = Encoding.UTF8.GetBytes("# A tram for all\n\n" + Newsroom.Article);
        Assert.Contains("“A tram for all”", (await fay.FillsWithFileAsync(await fay.AsksAsync("article add"), "tram.md", bytes)).Text, StringComparison.Ordinal);

        var both = await fay.FillsWithFileAsync(await fay.AsksAsync("article add"), "tram.md", bytes, ("text", "A text that took long to write."));
        Assert.Contains("both a text and a file", both.Text, StringComparison.Ordinal);
        Assert.Equal("what-you-wrote.txt", (string?)both.Message!["attachments"]![0]!["filename"]);
    }

    private static IReadOnlyList<string?> KindsOf(Answer form) => [.. form.Form!["fields"]!.AsArray().Select(f => (string?)f!["kind"])];
}
