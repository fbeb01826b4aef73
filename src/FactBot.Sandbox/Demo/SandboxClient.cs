using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Demo;

/// <summary>Calls the people API and stage API of a running sandbox over HTTP, as any script would.</summary>
public sealed class SandboxClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Types a slash command.</summary>
    public Task<Answer> CommandAsync(string person, string command, JsonObject? options = null, params IEnumerable<Upload> files) =>
        ActAsync(person, "commands", new JsonObject
        {
            ["channel"] = "newsroom",
            ["command"] = command,
            ["options"] = options?.DeepClone() ?? new JsonObject(),
            ["attachments"] = new JsonArray([.. files.Select(f => new JsonObject
            {
                ["option"] = f.Option, ["name"] = f.Name, ["contentBase64"] = Convert.ToBase64String(f.Bytes),
            })]),
        });

    /// <summary>Presses the button with that label.</summary>
    /// <exception cref="InvalidOperationException">The message has no such button.</exception>
    public Task<Answer> ClickAsync(string person, JsonObject message, string label) =>
        ActAsync(person, "clicks", new JsonObject
        {
            ["message"] = (string?)message["id"],
            ["customId"] = Discord(message).CustomIdOf(label),
        });

    /// <summary>Chooses from the menu with that prompt.</summary>
    /// <exception cref="InvalidOperationException">The message has no such menu.</exception>
    public Task<Answer> ChooseAsync(string person, JsonObject message, string prompt, params IEnumerable<string> values) =>
        ActAsync(person, "clicks", new JsonObject
        {
            ["message"] = (string?)message["id"],
            ["customId"] = Discord(message).CustomIdOf(prompt),
            ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        });

    /// <summary>Submits a form.</summary>
    public Task<Answer> FillAsync(string person, JsonObject form, JsonObject values) =>
        ActAsync(person, $"forms/{form["id"]}", new JsonObject { ["values"] = values.DeepClone() });

    /// <summary>Uses a command from a message's menu.</summary>
    public Task<Answer> UseOnMessageAsync(string person, string command, JsonObject message) =>
        ActAsync(person, "context", new JsonObject { ["command"] = command, ["message"] = (string?)message["id"] });

    /// <summary>Returns the values that autocomplete suggests.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(
        string person, string command, string option, string typed, JsonObject? options = null)
    {
        var answer = await PostAsync($"people/{person}/autocomplete", new JsonObject
        {
            ["command"] = command,
            ["option"] = option,
            ["value"] = typed,
            ["options"] = options?.DeepClone() ?? new JsonObject(),
        });
        return [.. answer["choices"]?.AsArray().Select(c => (string)c!["value"]!) ?? []];
    }

    /// <summary>Writes an ordinary message.</summary>
    public Task<JsonObject> WriteAsync(string person, string channel, string content) =>
        PostAsync($"people/{person}/messages", new JsonObject { ["channel"] = channel, ["content"] = content });

    /// <summary>Returns the public messages of a channel, oldest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string channel) =>
        [.. (await http.GetFromJsonAsync<JsonArray>($"channels/{channel}/messages"))!.Select(m => m!.AsObject())];

    /// <summary>Returns the names of people, channels and roles, keyed by the way a message mentions them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync()
    {
        var people = (await http.GetFromJsonAsync<JsonArray>("people"))!;
        var channels = (await http.GetFromJsonAsync<JsonArray>("channels"))!;
        var roles = await RolesAsync((string)channels[0]!["guild_id"]!);
        return people.Select(p => ($"<@{p!["id"]}>", $"@{p["name"]}"))
            .Concat(channels.Select(c => ($"<#{c!["id"]}>", $"#{c["name"]}")))
            .Concat(roles.Select(r => ($"<@&{r!["id"]}>", $"@{r["name"]}")))
            .ToDictionary(n => n.Item1, n => n.Item2);
    }

    public Task<JsonObject> GetAsync(string path) => ReadAsync(http.GetAsync(path));

    public Task<string> GetTextAsync(string path) => http.GetStringAsync(path);

    public Task<JsonObject> PostAsync(string path, JsonObject body) => ReadAsync(http.PostAsJsonAsync(path, body));

    /// <summary>Moves the clock of sandbox and bot; returns when everything that became due is done.</summary>
    public Task AdvanceAsync(TimeSpan by) => PostAsync("stage/clock", new JsonObject { ["advance"] = by.ToString("c") });

    /// <summary>Stops the bot and starts it on the same database.</summary>
    public Task RestartAsync() => PostAsync("stage/restart", []);

    public void Dispose() => http.Dispose();

    private async Task<JsonArray> RolesAsync(string guild)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v10/guilds/{guild}/roles");
        request.Headers.Authorization = new("Bot", "sandbox");
        request.Headers.Add("User-Agent", "DiscordBot (https://github.com/factbot/factbot, demo)");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonArray>() ?? [];
    }

    private static DiscordMessage Discord(JsonObject message) => new(message);

    private async Task<Answer> ActAsync(string person, string act, JsonObject body) =>
        new(await PostAsync($"people/{person}/{act}", body));

    private static async Task<JsonObject> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return (await response.Content.ReadFromJsonAsync<JsonNode>()) as JsonObject
            ?? throw new InvalidDataException($"The sandbox answered {(int)response.StatusCode} without a JSON object.");
    }
}

/// <summary>A file for a command's option.</summary>
public sealed record Upload(string Option, string Name, byte[] Bytes);
