using System.Text;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>A team's working day, played against a running sandbox; every step is checked.</summary>
internal sealed class TeamDay(SandboxClient sandbox, DemoTranscript transcript, string article)
{
    /// <summary>How many sentences of the article become claims.</summary>
    public const int ClaimsFromArticle = 3;

    private static readonly string[] Reviewers = ["Ben", "Chi", "Dee"];

    private int claims;
    private int ballots;

    /// <summary>Plays the day; returns what there is of each thing at its end.</summary>
    public async Task<JsonObject> PlayAsync()
    {
        transcript.Names = await sandbox.NamesAsync();
        var picked = ClaimPicker.Pick(article, ClaimsFromArticle);
        await ReadTheArticleAsync(picked);
        await TriageAsync();
        await AgreeAsync();
        await DisputeAsync();
        await PublishAsync();
        await WakeToTheDigestAsync();
        return new JsonObject
        {
            ["claims"] = claims,
            ["ballots"] = ballots,
            ["verdicts"] = (await sandbox.MessagesAsync("verdicts")).Count,
            ["corrections"] = 0,
            ["digests"] = (await sandbox.MessagesAsync("digest")).Count,
        };
    }

    private async Task ReadTheArticleAsync(IReadOnlyList<string> picked)
    {
        transcript.Chapter("The team reads an article");
        var file = new Upload("file", "article.txt", Encoding.UTF8.GetBytes(article));
        Expect("Fay: /article add file:article.txt", await sandbox.CommandAsync("Fay", "article add", [], file), "Article 1 is in");
        foreach (var quote in picked)
        {
            await SubmitAsync("Fay", quote, "stands in article 1");
        }

        await SubmitAsync("Chi", "The article was written by a team of five.", "does not appear in article 1");
        var message = await sandbox.WriteAsync("Eli", "newsroom", picked[0]);
        transcript.Step("Eli writes in #newsroom", new DiscordMessage(message).Text, isRight: true);
        Expect("Dee: Submit as claim, on Eli's message", await sandbox.UseOnMessageAsync("Dee", "Submit as claim", message), $"Claim #{++claims}");
        Expect("Ben: /claim list", await sandbox.CommandAsync("Ben", "claim list"), $"{claims} in all");
    }

    private async Task SubmitAsync(string person, string text, string expected)
    {
        claims++;
        Expect(
            $"{person}: /claim submit text:{text} article:1",
            await sandbox.CommandAsync(person, "claim submit", new JsonObject { ["text"] = text, ["article"] = "1" }),
            $"Claim #{claims}", expected);
    }

    private async Task TriageAsync()
    {
        transcript.Chapter("An editor decides what is checked");
        Expect("Fay: /triage claim:1 action:accept", await TriageAsync("Fay", "1", "accept"), "Only editors");
        Expect("Ada: /triage claim:1 action:accept", await TriageAsync("Ada", "1", "accept"), "#1 is open for review");
        Expect("Ada presses Accept on the card of #2", await sandbox.ClickAsync("Ada", await CardAsync(2), "Accept"), "#2 is open");
        Expect("Ada: /triage claim:3 action:accept", await TriageAsync("Ada", "3", "accept"), "#3 is open");

        var form = await sandbox.ClickAsync("Ada", await CardAsync(4), "Reject");
        Expect("Ada presses Reject on the card of #4", form, "form");
        await FillAsync("Ada", form, new JsonObject { ["reason"] = "It is about us, not about the article." }, "#4 is rejected");
        form = await sandbox.ClickAsync("Ada", await CardAsync(5), "Duplicate");
        await FillAsync("Ada", form, new JsonObject { ["of"] = "1" }, "duplicate of #1");
    }

    private Task<Answer> TriageAsync(string person, string claim, string action) =>
        sandbox.CommandAsync(person, "triage", new JsonObject { ["claim"] = claim, ["action"] = action });

    private async Task AgreeAsync()
    {
        transcript.Chapter("Reviewers are assigned, find sources and vote without seeing each other's votes");
        foreach (var reviewer in Reviewers)
        {
            Expect(
                $"Ada: /assign claim:1 reviewer:@{reviewer} due:24h",
                await sandbox.CommandAsync("Ada", "assign", new JsonObject { ["claim"] = "1", ["reviewer"] = reviewer, ["due"] = "24h" }),
                "#1 is with");
        }

        Expect("Ben: /queue", await sandbox.CommandAsync("Ben", "queue"), "#1");
        Expect("Ben: /vote claim:1, without a source", await VoteAsync("Ben", "1", "false"), "needs a source");
        Expect("Ben: /evidence add claim:1", await sandbox.CommandAsync("Ben", "evidence add", SourceOn("1")), "Source 1 is on #1");
        ExpectVote("Ben", "1", "mostly-true", await VoteAsync("Ben", "1", "mostly-true"), "1 of 3 votes in");
        await ExpectSealedAsync(1, "Mostly true");
        ExpectVote("Chi", "1", "false", await VoteAsync("Chi", "1", "false"), "2 of 3 votes in");
        ExpectVote("Dee", "1", "false", await VoteAsync("Dee", "1", "false"), "agree on **False**");
        Expect("Eli: /vote claim:1, after the round", await VoteAsync("Eli", "1", "true"), "has closed");
    }

    private async Task DisputeAsync()
    {
        transcript.Chapter("Three reviewers disagree, and a fourth joins for a second round");
        var form = await sandbox.ClickAsync("Ben", await CardAsync(2), "Add source");
        await FillAsync("Ben", form, Source("context"), "Source 1 is on #2");
        foreach (var (reviewer, rating) in Reviewers.Zip(["true", "false", "mixed"]))
        {
            Expect($"{reviewer} presses Take on the card of #2", await sandbox.ClickAsync(reviewer, await CardAsync(2), "Take"), "#2 is yours");
            await VoteOnCardAsync(reviewer, 2, rating);
        }

        Expect("Ada: /claim show claim:2", await sandbox.CommandAsync("Ada", "claim show", new JsonObject { ["claim"] = "2" }), "#2 · Disputed");
        Expect(
            "Ada: /assign claim:2 reviewer:@Eli",
            await sandbox.CommandAsync("Ada", "assign", new JsonObject { ["claim"] = "2", ["reviewer"] = "Eli" }), "round 2");
        await VoteOnCardAsync("Eli", 2, "mixed");
        await VoteOnCardAsync("Ben", 2, "mixed");
        await VoteOnCardAsync("Dee", 2, "mixed");
        Expect("Ada: /claim show claim:2", await sandbox.CommandAsync("Ada", "claim show", new JsonObject { ["claim"] = "2" }), "#2 · Agreed");
    }

    private async Task PublishAsync()
    {
        transcript.Chapter("The editor publishes");
        Expect("Ben: /verdict publish claim:1", await sandbox.CommandAsync("Ben", "verdict publish", Claim("1")), "Only editors");
        await PublishAsync("1", "The source says otherwise.", "Dissent", "Mostly true");
        await PublishAsync("2", "Partly so.");
        Expect("Fay: /verdict show claim:1", await sandbox.CommandAsync("Fay", "verdict show", Claim("1")), "#1 · False");
    }

    private async Task PublishAsync(string claim, string summary, params string[] alsoExpected)
    {
        var form = await sandbox.CommandAsync("Ada", "verdict publish", Claim(claim));
        Expect($"Ada: /verdict publish claim:{claim}", form, "form");
        await FillAsync("Ada", form, new JsonObject
        {
            ["summary"] = summary,
            ["explanation"] = "We compared the words with the page that is linked below.",
        }, $"The verdict on #{claim}");
        var posted = await sandbox.MessagesAsync("verdicts") is [.., var last] ? new DiscordMessage(last).Text : "nothing";
        transcript.Step("In #verdicts", posted, alsoExpected.Append(summary).All(e => posted.Contains(e, StringComparison.Ordinal)));
    }

    private async Task WakeToTheDigestAsync()
    {
        transcript.Chapter("A day passes");
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        var digests = await sandbox.MessagesAsync("digest");
        var text = digests.Count == 0 ? "no digest" : new DiscordMessage(digests[^1]).Text;
        transcript.Step("In #digest, at 09:00", text, digests.Count == 1 && text.Contains("Verdicts published (2)", StringComparison.Ordinal));
        await sandbox.RestartAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        digests = await sandbox.MessagesAsync("digest");
        transcript.Step("The bot is restarted", $"#digest still has {digests.Count} digest", digests.Count == 1);
    }

    private async Task VoteOnCardAsync(string reviewer, int claim, string rating)
    {
        var form = await sandbox.ClickAsync(reviewer, await CardAsync(claim), "Vote");
        await FillAsync(
            reviewer, form, new JsonObject { ["rating"] = rating, ["confidence"] = "high", ["reason"] = "I read the source." },
            $"Your vote on #{claim} is in");
        ballots++;
    }

    private Task<Answer> VoteAsync(string person, string claim, string rating) => sandbox.CommandAsync(
        person, "vote", new JsonObject { ["claim"] = claim, ["rating"] = rating, ["reason"] = "I read the source." });

    private void ExpectVote(string person, string claim, string rating, Answer answer, string expected)
    {
        ballots++;
        Expect($"{person}: /vote claim:{claim} rating:{rating}", answer, "is in", expected);
    }

    private async Task ExpectSealedAsync(int claim, string rating)
    {
        var card = new DiscordMessage(await CardAsync(claim)).Text;
        transcript.Step(
            $"The card of #{claim} tells how many votes are in, and no rating", card,
            card.Contains("1 of 3 votes in", StringComparison.Ordinal) && !card.Contains(rating, StringComparison.OrdinalIgnoreCase));
    }

    private async Task FillAsync(string person, Answer form, JsonObject values, string expected)
    {
        var answer = form.Form is { } open ? await sandbox.FillAsync(person, open, values) : form;
        Expect($"{person} fills “{form.Form?["title"]}”: {string.Join(", ", values.Select(v => $"{v.Key} {v.Value}"))}", answer, expected);
    }

    private async Task<JsonObject> CardAsync(int claim) =>
        (await sandbox.MessagesAsync("review")).First(m => new DiscordMessage(m).Text.StartsWith($"#{claim} ", StringComparison.Ordinal));

    private static JsonObject Claim(string number) => new() { ["claim"] = number };

    private static JsonObject Source(string stance) => new()
    {
        ["url"] = "https://example.org/records/2026",
        ["stance"] = stance,
        ["publisher"] = "Public records",
    };

    private static JsonObject SourceOn(string claim)
    {
        var options = Source("refutes");
        options["claim"] = claim;
        return options;
    }

    private void Expect(string step, Answer answer, params string[] expected) => transcript.Step(
        step, answer.Text, expected.All(e => answer.Text.Contains(e, StringComparison.Ordinal)));
}
