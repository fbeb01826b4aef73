using System.Text;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class BadInputTests
{
    [Fact]
    public async Task Each_mistake_gets_one_clear_sentence_only_to_the_person_and_changes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.Ben.SubmitsAsync("The tram has two lines.");
        await newsroom.Ada.TriagesAsync(2, "accept");
        await newsroom.Chi.AddsSourceAsync(2);
        var (ada, ben, fay) = (newsroom.Ada, newsroom.Ben, newsroom.Fay);

        (string Expected, Func<Task<FactBot.Sandbox.Demo.Answer>> Mistake)[] mistakes =
        [
            ("at most 1,000 fit", () => fay.SubmitsAsync(new string('x', 1001))),
            ("no claim “99”", () => fay.AsksAsync("claim show", ("claim", "99"))),
            ("no rating of this team", () => ben.VotesAsync(1, "half-true")),
            ("is no text, web page or PDF", () => fay.AttachesAsync("article.txt", [1, 2, 0, 3])),
            ("is no text, web page or PDF", () => fay.AttachesAsync("article.exe", [0x4D, 0x5A, 0x90, 0x00])),
            ("holds no text", () => fay.AttachesAsync("article.txt", Encoding.UTF8.GetBytes(" \n"))),
            ("larger than 5 MB", () => fay.AttachesAsync("article.txt", new byte[5 * 1024 * 1024 + 1])),
            ("Only reviewers", () => fay.VotesAsync(1, "true")),
            ("Only editors", () => ben.TriagesAsync(1, "accept")),
            ("of their own", () => ben.VotesAsync(2, "true")),
            ("no time zone", () => ada.AsksAsync(
                "setup", ("review", "review"), ("verdicts", "verdicts"), ("digest", "digest"), ("reviewers", "reviewer"),
                ("editors", "editor"), ("zone", "Mars/Olympus"), ("time", "09:00"))),
        ];
        // The pages of the sources are tried first, and their cards then say so.
        await Newsroom.UntilAsync(async () => (await newsroom.ReadAsync("review")).All(m => m.Text.Contains("not kept", StringComparison.Ordinal)));
        var before = (await newsroom.ReadAsync("review")).Select(m => m.Text).ToList();
        foreach (var (expected, mistake) in mistakes)
        {
            var answer = await mistake();
            Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
            Assert.True(answer.IsEphemeral, answer.Text);
        }

        Assert.Equal(before, (await newsroom.ReadAsync("review")).Select(m => m.Text));
    }

    [Fact]
    public async Task No_text_of_anybody_s_pings_or_formats()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Fay.SubmitsAsync("@everyone **bold** <@1> [x](https://evil.example) ||spoiler||");
        var card = (await newsroom.CardAsync(1)).Json;
        Assert.Contains(@"\@everyone \*\*bold\*\* \<\@1\>", (string?)card["embeds"]![0]!["description"], StringComparison.Ordinal);
        Assert.False((bool?)card["mention_everyone"]);
        Assert.All(
            (await newsroom.TrafficAsync()).Where(t => ((string?)t["path"])?.Contains("/messages", StringComparison.Ordinal) == true
                && !((string?)t["path"])!.EndsWith("/threads", StringComparison.Ordinal) && (string?)t["method"] is "POST" or "PATCH"),
            t => Assert.Equal("[]", t["request"]?["allowed_mentions"]?["parse"]?.ToJsonString()));
    }
}
