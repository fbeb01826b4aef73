using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Demo;

/// <summary>What the people in the demo do; each step is checked and written to the transcript.</summary>
internal sealed partial class DemoSteps(SandboxClient sandbox, DemoTranscript transcript)
{
    private const string Anyway = "Submit anyway";

    /// <summary>The number of ballots cast.</summary>
    public int Ballots { get; private set; }

    public SandboxClient Sandbox => sandbox;

    public void Chapter(string title) => transcript.Chapter(title);

    /// <summary>Types a command, and fills in the form it opens if values are given.</summary>
    public async Task DoAsync(string person, string command, JsonObject options, JsonObject? form, params string[] expected)
    {
        var typed = string.Concat(options.Select(o => $" {o.Key}:{o.Value}"));
        var answer = await sandbox.CommandAsync(person, command, options);
        if (form is null)
        {
            Expect($"{person}: /{command}{typed}", answer, expected);
            return;
        }

        Expect($"{person}: /{command}{typed}", answer, "form");
        await FillAsync(person, answer, form, expected);
    }

    /// <summary>Submits a claim, even if an earlier one is suggested instead; returns its number.</summary>
    public async Task<int> SubmitAsync(string person, string text, int article, string expected)
    {
        var options = new JsonObject { ["text"] = text, ["article"] = $"{article}" };
        var answer = await sandbox.CommandAsync(person, "claim submit", options);
        var step = $"{person}: /claim submit text:{text} article:{article}";
        if (answer.Message is { } message && new DiscordMessage(message).Buttons.Contains(Anyway))
        {
            Note(step, answer.Text, isRight: true);
            return await SubmitAnywayAsync(person, answer, expected);
        }

        Expect(step, answer, "is submitted", expected);
        return NumberIn(answer);
    }

    /// <summary>Submits a claim for which an earlier one was suggested; returns its number.</summary>
    public async Task<int> SubmitAnywayAsync(string person, Answer offer, params string[] expected)
    {
        var answer = await sandbox.ClickAsync(person, offer.Message!, Anyway);
        Expect($"{person} presses {Anyway}", answer, ["is submitted", .. expected]);
        return NumberIn(answer);
    }

    /// <summary>Returns the first claim or article number in an answer; 0 if there is none.</summary>
    public static int NumberIn(Answer answer) => NumbersIn(answer) is [var first, ..] ? first : 0;

    /// <summary>Returns the claim and article numbers in an answer.</summary>
    public static IReadOnlyList<int> NumbersIn(Answer answer) =>
        [.. Number().Matches(answer.Text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    /// <summary>Presses a button on a claim's card, and fills in the form it opens if values are given.</summary>
    public async Task<Answer> PressAsync(string person, int claim, string label, JsonObject? form, params string[] expected)
    {
        var answer = await sandbox.ClickAsync(person, await CardAsync(claim), label);
        if (form is null)
        {
            Expect($"{person} presses {label} on the card of #{claim}", answer, expected);
            return answer;
        }

        Expect($"{person} presses {label} on the card of #{claim}", answer, "form");
        return await FillAsync(person, answer, form, expected);
    }

    public async Task VoteAsync(string person, int claim, string rating, params string[] expected)
    {
        Ballots++;
        await DoAsync(
            person, "vote",
            new JsonObject { ["claim"] = $"{claim}", ["rating"] = rating, ["reason"] = "I read the source." }, null, ["is in", .. expected]);
    }

    public async Task VoteOnCardAsync(string person, int claim, string rating)
    {
        Ballots++;
        await PressAsync(
            person, claim, "Vote",
            new JsonObject { ["rating"] = rating, ["confidence"] = "high", ["reason"] = "I read the source." }, $"Your vote on #{claim} is in");
    }

    /// <summary>Checks what a claim's card says, and must not say.</summary>
    public async Task ReadCardAsync(int claim, string what, string expected, string? hidden = null)
    {
        var card = new DiscordMessage(await CardAsync(claim)).Text;
        transcript.Step(what, card, card.Contains(expected, StringComparison.Ordinal)
            && (hidden is null || !card.Contains(hidden, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Checks what is said in the thread of a claim's card.</summary>
    public async Task ReadThreadAsync(int claim, params string[] expected)
    {
        // A thread has the id of the message it was started from.
        var told = string.Join('\n', (await sandbox.MessagesAsync((string)(await CardAsync(claim))["id"]!)).Select(m => new DiscordMessage(m).Text));
        transcript.Step($"In the thread of #{claim}", told, expected.All(e => told.Contains(e, StringComparison.Ordinal)));
    }

    /// <summary>Checks what the last messages of a channel say.</summary>
    public async Task ReadAsync(string channel, string what, int last, params string[] expected)
    {
        var messages = (await sandbox.MessagesAsync(channel)).TakeLast(last).Select(m => new DiscordMessage(m).Text);
        var text = string.Join('\n', messages);
        transcript.Step(what, text, expected.All(e => text.Contains(e, StringComparison.Ordinal)));
    }

    public void Expect(string step, Answer answer, params string[] expected) => transcript.Step(
        step, answer.Text, expected.All(e => answer.Text.Contains(e, StringComparison.Ordinal)));

    /// <summary>Records something that happened, and whether it was right.</summary>
    public void Note(string step, string text, bool isRight) => transcript.Step(step, text, isRight);

    private async Task<Answer> FillAsync(string person, Answer form, JsonObject values, params string[] expected)
    {
        var answer = form.Form is { } open ? await sandbox.FillAsync(person, open, values) : form;
        Expect($"{person} fills “{form.Form?["title"]}”: {string.Join(", ", values.Select(v => $"{v.Key} {v.Value}"))}", answer, expected);
        return answer;
    }

    private async Task<JsonObject> CardAsync(int claim) =>
        (await sandbox.MessagesAsync("review")).First(m => new DiscordMessage(m).Text.StartsWith($"#{claim} ", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:#|Article )(\d{1,6})")]
    private static partial Regex Number();
}
