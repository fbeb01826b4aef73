using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>A team's working day, played against a running sandbox; every step is checked.</summary>
internal sealed class TeamDay(SandboxClient sandbox, DemoTranscript transcript, DemoArticle article)
{
    /// <summary>How many sentences of the article become claims.</summary>
    public const int ClaimsFromArticle = 3;

    private static readonly string[] Reviewers = ["Ben", "Chi", "Dee"];

    private readonly DemoSteps steps = new(sandbox, transcript);

    /// <summary>The claims that reviewers agree on, dispute and see split.</summary>
    private int first, second, third;

    private int claims;

    /// <summary>Plays the day; returns the final count of everything.</summary>
    public async Task<JsonObject> PlayAsync()
    {
        transcript.Names = await sandbox.NamesAsync();
        var picked = ClaimPicker.Pick(article.Text, ClaimsFromArticle);
        var (own, repeated) = await ReadTheArticleAsync(picked);
        await TriageAsync(picked[2], own, repeated);
        await AgreeAsync(picked[0]);
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

    private async Task<(int Own, int Repeated)> ReadTheArticleAsync(IReadOnlyList<string> picked)
    {
        steps.Chapter("The team reads an article");
        var file = new Upload("file", $"article{article.Extension}", article.Bytes);
        var added = await sandbox.CommandAsync("Fay", "article add", [], file);
        steps.Expect($"Fay: /article add file:{file.Name}", added, "is in");
        var number = DemoSteps.NumberIn(added);
        first = await SubmitAsync("Fay", picked[0], number);
        second = await SubmitAsync("Fay", picked[1], number);
        third = await SubmitAsync("Fay", picked[2], number);
        var own = await SubmitAsync("Chi", "The article was written by a team of five.", number);
        var message = await sandbox.WriteAsync("Eli", "newsroom", picked[0]);
        steps.Note("Eli writes in #newsroom", new DiscordMessage(message).Text, isRight: true);
        var offer = await sandbox.UseOnMessageAsync("Dee", "Submit as claim", message);
        steps.Expect("Dee: Submit as claim, on Eli's message", offer, $"#{first}", "Submit anyway");
        var repeated = await steps.SubmitAnywayAsync("Dee", offer);
        claims++;
        await steps.DoAsync("Ben", "claim want", Claim(second), null, $"#{second} counts your wish");
        await steps.DoAsync("Ben", "claim list", new JsonObject { ["sort"] = "demand" }, null, "wanted by 1", $"{claims} in all");
        return (own, repeated);
    }

    private Task<int> SubmitAsync(string person, string text, int number)
    {
        claims++;
        return steps.SubmitAsync(person, text, number, article.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
            ? $"stands in article {number}" : $"article {number}");
    }

    private async Task TriageAsync(string whole, int own, int repeated)
    {
        steps.Chapter("An editor decides what is checked");
        await steps.DoAsync("Fay", "triage", Triage(first, "accept"), null, "Only editors");
        await steps.DoAsync("Ada", "triage", Triage(first, "accept"), null, $"#{first} is open for review");
        await steps.PressAsync("Ada", second, "Accept", null, $"#{second} is open");
        var (one, other) = ClaimPicker.Halve(whole)!.Value;
        var split = await steps.PressAsync("Ada", third, "Split", new JsonObject { ["parts"] = $"{one}\n{other}" }, "split into #");
        // Earlier claims that resemble the parts may follow.
        var parts = DemoSteps.NumbersIn(split).Skip(1).Take(2).ToList();
        claims += 2;
        await steps.DoAsync("Fay", "claim show", Claim(parts[0]), null, $"#{parts[0]} · Submitted", $"A part of #{third}");
        await steps.PressAsync("Ada", own, "Reject", new JsonObject { ["reason"] = "It is about us, not about the article." }, $"#{own} is rejected");
        await steps.PressAsync("Ada", repeated, "Duplicate", new JsonObject { ["of"] = $"{first}" }, $"duplicate of #{first}");
        await steps.DoAsync("Fay", "claim withdraw", Claim(parts[1]), null, $"#{parts[1]} is withdrawn");
        await steps.ReadThreadAsync(own, $"#{own} is not checked", "It is about us");
    }

    private async Task AgreeAsync(string text)
    {
        steps.Chapter("Reviewers are assigned, find sources and vote without seeing each other's votes");
        foreach (var reviewer in Reviewers)
        {
            await steps.DoAsync(
                "Ada", "assign", new JsonObject { ["claim"] = $"{first}", ["reviewer"] = reviewer, ["due"] = "24h" }, null, $"#{first} is with");
        }

        await steps.DoAsync("Dee", "decline", new JsonObject { ["claim"] = $"{first}", ["reason"] = "I am on another story." }, null, "no longer yours");
        await steps.DoAsync("Ada", "assign-auto", Claim(first), null, $"#{first} is with");
        await steps.ReadThreadAsync(first, $"you are asked to review #{first}");
        await steps.DoAsync("Ben", "queue", [], null, $"#{first}");
        await steps.DoAsync("Ben", "vote", new JsonObject { ["claim"] = $"{first}", ["rating"] = "false", ["reason"] = "A guess." }, null, "needs a source");
        await steps.DoAsync("Ben", "evidence add", SourceOn(first), null, $"Source 1 is on #{first}");
        await steps.VoteAsync("Ben", first, "mostly-true", "1 of 3 votes in");
        await steps.ReadCardAsync(first, $"The card of #{first} tells how many votes are in, and no rating", "1 of 3 votes in", hidden: text.Contains("mostly true", StringComparison.OrdinalIgnoreCase) ? null : "Mostly true");
        await steps.VoteAsync("Chi", first, "false", "2 of 3 votes in");
        await steps.VoteAsync("Eli", first, "false", "agree on **False**");
        await steps.DoAsync("Dee", "vote", new JsonObject { ["claim"] = $"{first}", ["rating"] = "true", ["reason"] = "Late." }, null, "has closed");
        await steps.ReadThreadAsync(first, $"the reviewers of #{first} agree");
    }

    private async Task DisputeAsync()
    {
        steps.Chapter("Three reviewers disagree, and a fourth joins for a second round");
        await steps.PressAsync("Ben", second, "Add source", Source("context"), $"Source 1 is on #{second}");
        foreach (var (reviewer, rating) in Reviewers.Zip(["true", "false", "mixed"]))
        {
            await steps.PressAsync(reviewer, second, "Take", null, $"#{second} is yours");
            await steps.VoteOnCardAsync(reviewer, second, rating);
        }

        await steps.DoAsync("Ada", "claim show", Claim(second), null, $"#{second} · Disputed");
        await steps.DoAsync("Ada", "assign", new JsonObject { ["claim"] = $"{second}", ["reviewer"] = "Eli" }, null, "round 2");
        foreach (var reviewer in new[] { "Eli", "Ben", "Chi", "Dee" })
        {
            await steps.VoteOnCardAsync(reviewer, second, "mixed");
        }

        await steps.DoAsync("Ada", "claim show", Claim(second), null, $"#{second} · Agreed");
    }

    private async Task PublishAsync()
    {
        steps.Chapter("The editor publishes");
        await steps.DoAsync("Ben", "verdict publish", Claim(first), null, "Only editors");
        await steps.DoAsync("Ada", "verdict publish", Claim(first), Verdict("The source says otherwise."), $"The verdict on #{first}");
        await steps.ReadAsync("verdicts", "In #verdicts", 1, $"#{first} · False", "The source says otherwise.", "Dissent", "Mostly true");
        await steps.DoAsync("Ada", "verdict publish", Claim(second), Verdict("Partly so."), $"The verdict on #{second}");
        await steps.ReadAsync("verdicts", "In #verdicts", 1, $"#{second} · Mixed", "Partly so.");
        await steps.DoAsync("Fay", "verdict show", Claim(first), null, $"#{first} · False");
    }

    private async Task CorrectAndRetractAsync()
    {
        steps.Chapter("One verdict is corrected, another is retracted, each by two");
        var correction = Verdict("The source says otherwise, but for one detail.");
        correction["rating"] = "mostly-false";
        correction["reason"] = "A reader pointed to the second page of the source.";
        await steps.DoAsync("Ada", "verdict correct", Claim(first), correction, "waits for a second person");
        await steps.DoAsync("Ada", "verdict approve", Claim(first), null, "a second person has to approve it");
        await steps.PressAsync("Ben", first, "Approve correction", null, "version 2");
        await steps.ReadAsync("verdicts", "In #verdicts", 3, $"#{first} · Corrected", "which had said False", $"#{first} · Mostly false", "A reader pointed to");
        await steps.DoAsync("Fay", "verdict history", Claim(first), null, "Version 2 of 2");
        const string Reason = "The source was withdrawn by its publisher.";
        var question = await sandbox.CommandAsync("Ada", "verdict retract", new JsonObject { ["claim"] = $"{second}", ["reason"] = Reason });
        steps.Expect($"Ada: /verdict retract claim:{second} reason:{Reason}", question, $"Retract the verdict on #{second}");
        steps.Expect("Ada presses Retract it", await sandbox.ClickAsync("Ada", question.Message!, "Retract it"), "waits for a second person");
        await steps.PressAsync("Ben", second, "Approve retraction", null, $"#{second} is retracted");
        await steps.ReadAsync("verdicts", "In #verdicts", 3, $"#{second} · Retracted", "withdrawn by its publisher");
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
