using System.Text.Json.Nodes;
using FactBot.Host.Tests.OpenApi;
using FactBot.Sandbox;
using FactBot.Sandbox.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Stories;

/// <summary>The whole bot in the sandbox, and the people who work there.</summary>
public sealed class Newsroom : IAsyncDisposable
{
    public const string Article = "The tram cost 214 million crowns. Councillor Holt called it “the largest investment ever made.” It has 14 stops.";

    private const string OtherGuild = "Other newsroom";

    private readonly SandboxHost sandbox;
    private readonly string folder;

    private Newsroom(SandboxHost sandbox, string folder)
    {
        (this.sandbox, this.folder) = (sandbox, folder);
        Client = new SandboxClient(sandbox.Address);
    }

    public SandboxClient Client { get; }

    public Actor Ada => new(this, "Ada");

    public Actor Ben => new(this, "Ben");

    public Actor Chi => new(this, "Chi");

    public Actor Dee => new(this, "Dee");

    public Actor Eli => new(this, "Eli");

    public Actor Fay => new(this, "Fay");

    public Uri Address => sandbox.Address;

    public DateTimeOffset Now => sandbox.Clock.GetUtcNow();

    internal BotDatabase Database => new(Path.Combine(folder, "bot", "factbot.db"));

    /// <summary>Opens at noon in Kyiv, on a Sunday, three hours after the day's digest time, unless told otherwise.</summary>
    public static async Task<Newsroom> OpenAsync(
        bool isBare = false, bool hasBot = true, Action<IServiceCollection>? change = null, DateTimeOffset? at = null)
    {
        var folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;
        var options = new SandboxOptions
        {
            Bare = isBare,
            NoBot = !hasBot,
            Data = folder,
            StartAt = at ?? new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        };
        return new(await SandboxHost.StartAsync(options, hasBot ? surroundings => new HostedBot(surroundings, change) : null), folder);
    }

    /// <summary>Waits for what comes by itself a little later; fails after half a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Moves the clock in one go, without waiting for what falls due.</summary>
    public void Leap(TimeSpan by) => sandbox.Clock.Advance(by);

    /// <summary>Lets a bot in a process of its own, started again, identify at once.</summary>
    public void Hurry() => sandbox.Parts.Bot.Hurry();

    /// <summary>What everybody reads in a channel, the oldest message first.</summary>
    public async Task<IReadOnlyList<DiscordMessage>> ReadAsync(string channel) =>
        [.. (await Client.MessagesAsync(channel)).Select(m => new DiscordMessage(m))];

    /// <summary>The card of a claim, as it stands in the review channel.</summary>
    public async Task<DiscordMessage> CardAsync(int claim) =>
        Assert.Single(await ReadAsync("review"), m => m.Text.StartsWith($"#{claim} ·", StringComparison.Ordinal));

    /// <summary>Every REST exchange and gateway frame so far.</summary>
    public async Task<IReadOnlyList<JsonObject>> TrafficAsync() =>
    [
        .. (await Client.GetTextAsync("stage/traffic")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject()),
    ];

    public async Task FaultAsync(string kind, int count = 1, int ms = 1000) =>
        await Client.PostAsync("stage/faults", new JsonObject { ["kind"] = kind, ["count"] = count, ["ms"] = ms });

    /// <summary>Fay submits a claim, Ada accepts it and Ben adds a source.</summary>
    public async Task OpenClaimAsync(int number = 1)
    {
        await Fay.SubmitsAsync($"The tram has {number} stops.");
        await Ada.TriagesAsync(number, "accept");
        await Ben.AddsSourceAsync(number);
    }

    /// <summary>Adds a guild of the same people, in which nobody has run <c>/setup</c> yet.</summary>
    public Task AddGuildAsync() => Client.PostAsync("stage/guilds", new JsonObject { ["name"] = OtherGuild });

    /// <summary>Ada sets the desk up in the other guild.</summary>
    public Task SetUpThereAsync() => ThereAsync("Ada", "setup", new JsonObject
    {
        ["review"] = "other-review",
        ["verdicts"] = "other-verdicts",
        ["digest"] = "other-digest",
        ["reviewers"] = "reviewer",
        ["editors"] = "editor",
        ["zone"] = "Asia/Kathmandu",
        ["time"] = "06:00",
    });

    /// <summary>Types a slash command in the other guild.</summary>
    public Task<JsonObject> ThereAsync(string person, string command, JsonObject options) => Client.PostAsync(
        $"people/{person}/commands",
        new JsonObject { ["guild"] = OtherGuild, ["channel"] = "other-newsroom", ["command"] = command, ["options"] = options });

    /// <summary>Closes, and fails the test where its traffic was not as Discord's own document says, or could ping.</summary>
    public async ValueTask DisposeAsync()
    {
        var traffic = await Client.GetTextAsync("stage/traffic");
        Client.Dispose();
        await sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        TrafficCheck.AssertDocumented(traffic);
        MentionCheck.AssertOnlyTheNamedArePinged(traffic);
    }
}
