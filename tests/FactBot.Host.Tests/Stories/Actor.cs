using System.Text;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

/// <summary>Somebody who works in the newsroom.</summary>
public sealed class Actor(Newsroom newsroom, string name)
{
    public Task<Answer> AsksAsync(string command, params (string Name, string Value)[] options) =>
        newsroom.Client.CommandAsync(name, command, Values(options));

    public Task<Answer> AttachesAsync(string fileName, byte[] bytes) =>
        newsroom.Client.CommandAsync(name, "article add", null, new Upload("file", fileName, bytes));

    public Task<Answer> AddsArticleAsync() => AttachesAsync("article.txt", Encoding.UTF8.GetBytes(Newsroom.Article));

    /// <summary>Submits a claim, also where the desk offers an earlier one.</summary>
    public async Task<Answer> SubmitsAsync(string text, string? article = null)
    {
        var answer = await (article is null
            ? AsksAsync("claim submit", ("text", text))
            : AsksAsync("claim submit", ("text", text), ("article", article)));
        return answer.Text.Contains("Nothing was submitted yet", StringComparison.Ordinal) ? await PressesAsync("Submit anyway", answer) : answer;
    }

    public Task<Answer> TriagesAsync(int claim, string action) => AsksAsync("triage", ("claim", $"{claim}"), ("action", action));

    public Task<Answer> AssignsAsync(int claim, string reviewer) =>
        AsksAsync("assign", ("claim", $"{claim}"), ("reviewer", reviewer));

    public Task<Answer> AddsSourceAsync(int claim, string url = "https://example.org/records") =>
        AsksAsync("evidence add", ("claim", $"{claim}"), ("url", url), ("stance", "supports"));

    public Task<Answer> VotesAsync(int claim, string rating) =>
        AsksAsync("vote", ("claim", $"{claim}"), ("rating", rating), ("reason", $"{name} compared the numbers"));

    /// <summary>Presses a button on a message.</summary>
    public Task<Answer> PressesAsync(string label, DiscordMessage on) => newsroom.Client.ClickAsync(name, on.Json, label);

    public Task<Answer> PressesAsync(string label, Answer on) => newsroom.Client.ClickAsync(name, on.Message!, label);

    /// <summary>Fills the form that an answer opened.</summary>
    public Task<Answer> FillsAsync(Answer form, params (string Name, string Value)[] values) =>
        newsroom.Client.FillAsync(name, form.Form ?? throw new InvalidOperationException($"No form opened: {form.Text}"), Values(values));

    /// <summary>Fills the form that an answer opened, with a file in the field “file”.</summary>
    public Task<Answer> FillsWithFileAsync(Answer form, string fileName, byte[] bytes, params (string Name, string Value)[] values)
    {
        var all = Values(values);
        all["file"] = new JsonObject { ["name"] = fileName, ["contentBase64"] = Convert.ToBase64String(bytes) };
        return newsroom.Client.FillAsync(name, form.Form!, all);
    }

    /// <summary>Chooses from a menu of an answer.</summary>
    public Task<Answer> ChoosesAsync(string prompt, Answer on, params string[] values) =>
        newsroom.Client.ChooseAsync(name, on.Message!, prompt, values);

    /// <summary>
    /// Takes the first of a list that was asked for: in the form that opened or, where the bot's client knows no lists in
    /// forms, on the message in its place.
    /// </summary>
    public Task<Answer> TakesFirstAsync(string field, Answer asked)
    {
        if (asked.Form is { } form)
        {
            return newsroom.Client.FillAsync(name, form, new JsonObject { [field] = new JsonArray((string?)form["fields"]![0]!["choices"]![0]!["value"]) });
        }

        var select = asked.Message!["components"]![0]!["components"]![0]!;
        return ChoosesAsync((string)select["placeholder"]!, asked, (string)select["options"]![0]!["label"]!);
    }

    public async Task<Answer> PublishesAsync(int claim) => await FillsAsync(
        await AsksAsync("verdict publish", ("claim", $"{claim}")),
        ("summary", "The numbers differ."), ("explanation", "We compared them with the records."));

    public Task<IReadOnlyList<string>> TypesAsync(string command, string option, string typed) =>
        newsroom.Client.CompleteAsync(name, command, option, typed);

    public Task<JsonObject> WritesAsync(string content) => newsroom.Client.WriteAsync(name, "newsroom", content);

    public Task<Answer> UsesAsync(string command, JsonObject onMessage) =>
        newsroom.Client.UseOnMessageAsync(name, command, onMessage);

    private static JsonObject Values(IEnumerable<(string Name, string Value)> values) =>
        new([.. values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)v.Value))]);
}
