using System.Text;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>A team's working day, played against a running sandbox; every step is checked.</summary>
internal sealed class TeamDay(SandboxClient sandbox, DemoTranscript transcript, string article)
{
    /// <summary>How many sentences of the article become claims.</summary>
    public const int ClaimsFromArticle = 3;

    private static readonly string[] Reviewers = ["Ben", "Chi", "Dee"];

    private readonly DemoSteps steps = new(sandbox, transcript);

    private int claims;

    /// <summary>Plays the day; returns what there is of each thing at its end.</summary>
    public async Task<JsonObject> PlayAsync()
    {
        transcript.Names = await sandbox.NamesAsync();
        var picked = ClaimPicker.Pick(article, ClaimsFromArticle);
        await ReadTheArticleAsync(picked);
        await TriageAsync(picked[2]);
        await AgreeAsync();
        await DisputeAsync();
        await PublishAsync();
        await CorrectAndRetractAsync();
        await WakeToTheDigestAsync();
        return new JsonObject
        {
            ["claims"] = claims,
            ["ballots"] = steps.Ballots,
            ["verdicts"] = 2,
            ["corrections"] = 1,
            ["retractions"] = 1,
            ["digests"] = (await sandbox.MessagesAsync("digest")).Count,
        };
    }

    private async Task ReadTheArticleAsync(IReadOnlyList<string> picked)
    {
        steps.Chapter("The team reads an article");
        var file = new Upload("file", "article.txt", Encoding.UTF8.GetBytes(article));
        steps.Expect("Fay: /article add file:article.txt", await sandbox.CommandAsync("Fay", "article add", [], file), "Article 1 is in");
        foreach (var quote in picked)
        {
            await SubmitAsync("Fay", quote, "stands in article 1");
        }

        await SubmitAsync("Chi", "The article was written by a team of five.", "does not appear in article 1");
        var message = await sandbox.WriteAsync("Eli", "newsroom", picked[0]);
        steps.Note("Eli writes in #newsroom", new DiscordMessage(message).Text, isRight: true);
        var offer = await sandbox.UseOnMessageAsync("Dee", "Submit as claim", message);
        steps.Expect("Dee: Submit as claim, on Eli's message", offer, "#1 says the same");
        steps.Expect("Dee presses Submit anyway", await sandbox.ClickAsync("Dee", offer.Message!, "Submit anyway"), $"Claim #{++claims}");
        await steps.DoAsync("Ben", "claim want", Claim(2), null, "#2 counts your wish");
        await steps.DoAsync("Ben", "claim list", new JsonObject { ["sort"] = "demand" }, null, "wanted by 1", $"{claims} in all");
    }

    private Task SubmitAsync(string person, string text, string expected) => steps.DoAsync(
        person, "claim submit", new JsonObject { ["text"] = text, ["article"] = "1" }, null, $"Claim #{++claims}", expected);

    private async Task TriageAsync(string third)
    {
        steps.Chapter("An editor decides what is checked");
        await steps.DoAsync("Fay", "triage", Triage(1, "accept"), null, "Only editors");
        await steps.DoAsync("Ada", "triage", Triage(1, "accept"), null, "#1 is open for review");
        await steps.PressAsync("Ada", 2, "Accept", null, "#2 is open");
        var middle = third.IndexOf(' ', third.Length / 2);
        await steps.PressAsync("Ada", 3, "Split", new JsonObject { ["parts"] = $"{third[..middle]}\n{third[middle..].Trim()}" }, "split into #6, #7");
        claims += 2;
        await steps.DoAsync("Fay", "claim show", Claim(6), null, "#6 · Submitted", "A part of #3", "article 1");
        await steps.PressAsync("Ada", 4, "Reject", new JsonObject { ["reason"] = "It is about us, not about the article." }, "#4 is rejected");
        await steps.PressAsync("Ada", 5, "Duplicate", new JsonObject { ["of"] = "1" }, "duplicate of #1");
        await steps.DoAsync("Fay", "claim withdraw", Claim(7), null, "#7 is withdrawn");
        await steps.ReadThreadAsync(4, "#4 is not checked", "It is about us");
    }

    private async Task AgreeAsync()
    {
        steps.Chapter("Reviewers are assigned, find sources and vote without seeing each other's votes");
        foreach (var reviewer in Reviewers)
        {
            await steps.DoAsync(
                "Ada", "assign", new JsonObject { ["claim"] = "1", ["reviewer"] = reviewer, ["due"] = "24h" }, null, "#1 is with");
        }

        await steps.DoAsync("Dee", "decline", new JsonObject { ["claim"] = "1", ["reason"] = "I am on another story." }, null, "no longer yours");
        await steps.DoAsync("Ada", "assign-auto", Claim(1), null, "#1 is with");
        await steps.ReadThreadAsync(1, "you are asked to review #1");
        await steps.DoAsync("Ben", "queue", [], null, "#1");
        await steps.DoAsync("Ben", "vote", new JsonObject { ["claim"] = "1", ["rating"] = "false", ["reason"] = "A guess." }, null, "needs a source");
        await steps.DoAsync("Ben", "evidence add", SourceOn(1), null, "Source 1 is on #1");
        await steps.VoteAsync("Ben", 1, "mostly-true", "1 of 3 votes in");
        await steps.ReadCardAsync(1, "The card of #1 tells how many votes are in, and no rating", "1 of 3 votes in", hidden: "Mostly true");
        await steps.VoteAsync("Chi", 1, "false", "2 of 3 votes in");
        await steps.VoteAsync("Eli", 1, "false", "agree on **False**");
        await steps.DoAsync("Dee", "vote", new JsonObject { ["claim"] = "1", ["rating"] = "true", ["reason"] = "Late." }, null, "has closed");
        await steps.ReadThreadAsync(1, "the reviewers of #1 agree");
    }

    private async Task DisputeAsync()
    {
        steps.Chapter("Three reviewers disagree, and a fourth joins for a second round");
        await steps.PressAsync("Ben", 2, "Add source", Source("context"), "Source 1 is on #2");
        foreach (var (reviewer, rating) in Reviewers.Zip(["true", "false", "mixed"]))
        {
            await steps.PressAsync(reviewer, 2, "Take", null, "#2 is yours");
            await steps.VoteOnCardAsync(reviewer, 2, rating);
        }

        await steps.DoAsync("Ada", "claim show", Claim(2), null, "#2 · Disputed");
        await steps.DoAsync("Ada", "assign", new JsonObject { ["claim"] = "2", ["reviewer"] = "Eli" }, null, "round 2");
        foreach (var reviewer in new[] { "Eli", "Ben", "Dee" })
        {
            await steps.VoteOnCardAsync(reviewer, 2, "mixed");
        }

        await steps.DoAsync("Ada", "claim show", Claim(2), null, "#2 · Agreed");
    }

    private async Task PublishAsync()
    {
        steps.Chapter("The editor publishes");
        await steps.DoAsync("Ben", "verdict publish", Claim(1), null, "Only editors");
        await steps.DoAsync("Ada", "verdict publish", Claim(1), Verdict("The source says otherwise."), "The verdict on #1");
        await steps.ReadAsync("verdicts", "In #verdicts", 1, "#1 · False", "The source says otherwise.", "Dissent", "Mostly true");
        await steps.DoAsync("Ada", "verdict publish", Claim(2), Verdict("Partly so."), "The verdict on #2");
        await steps.ReadAsync("verdicts", "In #verdicts", 1, "#2 · Mixed", "Partly so.");
        await steps.DoAsync("Fay", "verdict show", Claim(1), null, "#1 · False");
    }

    private async Task CorrectAndRetractAsync()
    {
        steps.Chapter("One verdict is corrected by two, another is retracted");
        var correction = Verdict("The source says otherwise, but for one detail.");
        correction["rating"] = "mostly-false";
        correction["reason"] = "A reader pointed to the second page of the source.";
        await steps.DoAsync("Ada", "verdict correct", Claim(1), correction, "waits for a second person");
        await steps.DoAsync("Ada", "verdict approve", Claim(1), null, "a second person has to approve it");
        await steps.PressAsync("Ben", 1, "Approve correction", null, "version 2");
        await steps.ReadAsync("verdicts", "In #verdicts", 3, "#1 · Corrected", "which had said False", "#1 · Mostly false", "A reader pointed to");
        await steps.DoAsync("Fay", "verdict history", Claim(1), null, "Version 2 of 2");
        await steps.DoAsync(
            "Ada", "verdict retract", new JsonObject { ["claim"] = "2", ["reason"] = "The source was withdrawn by its publisher." }, null, "#2 is retracted");
        await steps.ReadAsync("verdicts", "In #verdicts", 3, "#2 · Retracted", "withdrawn by its publisher");
        await steps.DoAsync("Ben", "desk stats", [], null, "1 correction", "1 retraction", "Agreement of reviewers");
    }

    private async Task WakeToTheDigestAsync()
    {
        steps.Chapter("A day passes");
        await sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        var digests = await sandbox.MessagesAsync("digest");
        var text = digests.Count == 0 ? "no digest" : new DiscordMessage(digests[^1]).Text;
        steps.Note("In #digest, at 09:00", text, digests.Count == 1 && text.Contains("Corrected or retracted (2)", StringComparison.Ordinal));
        await sandbox.RestartAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        digests = await sandbox.MessagesAsync("digest");
        steps.Note("The bot is restarted", $"#digest still has {digests.Count} digest", digests.Count == 1);
    }

    private static JsonObject Claim(int number) => new() { ["claim"] = $"{number}" };

    private static JsonObject Triage(int claim, string action) => new() { ["claim"] = $"{claim}", ["action"] = action };

    private static JsonObject Verdict(string summary) => new()
    {
        ["summary"] = summary,
        ["explanation"] = "We compared the words with the page that is linked below.",
    };

    private static JsonObject Source(string stance) => new()
    {
        ["url"] = "https://example.org/records/2026",
        ["stance"] = stance,
        ["publisher"] = "Public records",
    };

    private static JsonObject SourceOn(int claim)
    {
        var options = Source("refutes");
        options["claim"] = $"{claim}";
        return options;
    }
}
