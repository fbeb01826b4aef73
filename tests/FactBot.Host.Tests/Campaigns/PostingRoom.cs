using System.Text.Json.Nodes;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using FactBot.Sandbox;
using FactBot.Sandbox.Demo;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// A sandbox without a bot of its own, and a database in which everything is due at once: two cards with their threads, a
/// verdict, a digest, a reminder and five notices, none of them posted.
/// </summary>
internal sealed class PostingRoom : IAsyncDisposable
{
    private static readonly TimeSpan DigestMayBeLate = TimeSpan.FromHours(8);

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;
    private readonly SandboxHost sandbox;
    private readonly Dictionary<string, string> channels = [];
    private readonly Dictionary<string, int> seen = [];
    private DateTimeOffset readyAt;
    private int requests;

    private PostingRoom(SandboxHost sandbox) => (this.sandbox, Client) = (sandbox, new SandboxClient(sandbox.Address));

    public SandboxClient Client { get; }

    /// <summary>Whether what is due would still be due on time.</summary>
    public bool IsFresh => sandbox.Clock.GetUtcNow() - readyAt < DigestMayBeLate;

    public static async Task<PostingRoom> OpenAsync()
    {
        var start = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        var room = new PostingRoom(await SandboxHost.StartAsync(new SandboxOptions { NoBot = true, StartAt = start }, null));
        foreach (var channel in JsonNode.Parse(await room.Client.GetTextAsync("channels"))!.AsArray())
        {
            room.channels[(string)channel!["name"]!] = (string)channel["id"]!;
            room.channels["guild"] = (string?)channel["guild_id"] ?? room.channels.GetValueOrDefault("guild", "");
        }

        await using (var bot = new StoppingBot(room.Api, room.Template, room.sandbox.Clock))
        {
            await DatabaseFile.PrepareAsync(bot.Services, room.Template, CancellationToken.None);
            await room.FillAsync(bot);
        }

        room.Pass(start.AddDays(30).AddMinutes(5) - room.sandbox.Clock.GetUtcNow());
        room.readyAt = room.sandbox.Clock.GetUtcNow();
        return room;
    }

    /// <summary>A bot on the database of a run, which begins as a copy of the template.</summary>
    public StoppingBot StartBot(string run, int? stopAt)
    {
        var database = Path.Combine(folder, run + ".db");
        if (!File.Exists(database))
        {
            File.Copy(Template, database);
            RenewIds(database);
        }

        return new(Api, database, sandbox.Clock, stopAt);
    }

    /// <summary>Discord knows the posts of earlier runs by their nonces, which are made of their ids.</summary>
    private static void RenewIds(string database)
    {
        var posts = new BotDatabase(database);
        foreach (var id in posts.Read("SELECT Id FROM Posts"))
        {
            posts.Change($"UPDATE Posts SET Id = '{Guid.CreateVersion7().ToString().ToUpperInvariant()}' WHERE Id = '{id}'");
        }
    }

    public void Pass(TimeSpan time) => sandbox.Clock.Advance(time);

    public Task FaultAsync(string kind, int count) =>
        Client.PostAsync("stage/faults", new JsonObject { ["kind"] = kind, ["count"] = count, ["ms"] = 1000 });

    /// <summary>What came since the last look: the cards, each with how many messages its thread has, verdicts and digests.</summary>
    public async Task<string> LookAsync()
    {
        var cards = new List<string>();
        foreach (var card in await NewAsync("review"))
        {
            var title = ((string)card["embeds"]![0]!["title"]!).Split(' ')[0];
            // Of the thread's messages, Discord itself writes the first, by which the thread shows its card.
            var posts = (await Client.MessagesAsync((string)card["id"]!)).Where(message => (int)message["type"]! != 21);
            cards.Add($"{title} with {posts.Count()}");
        }

        return $"{string.Join(", ", cards.Order(StringComparer.Ordinal))}; {(await NewAsync("verdicts")).Count} verdict, {(await NewAsync("digest")).Count} digest";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Uri Api => new(sandbox.Address, "/api/v10");

    private string Template => Path.Combine(folder, "template.db");

    private async Task<List<JsonObject>> NewAsync(string channel)
    {
        var all = await Client.MessagesAsync(channel);
        var fresh = all.Skip(seen.GetValueOrDefault(channel)).ToList();
        seen[channel] = all.Count;
        return fresh;
    }

    private async Task FillAsync(StoppingBot bot)
    {
        await AskAsync(bot, 1, "setup", ("review", channels["review"]), ("verdicts", channels["verdicts"]), ("digest", channels["digest"]),
            ("reviewers", "201"), ("editors", "202"), ("zone", "Etc/UTC"), ("time", "10:00"));
        await AskAsync(bot, 6, "claim submit", ("text", "The tram has 14 stops."));
        await AskAsync(bot, 6, "claim submit", ("text", "The tram has 15 stops."));
        await AskAsync(bot, 1, "triage", ("claim", "1"), ("action", "accept"));
        await AskAsync(bot, 1, "triage", ("claim", "2"), ("action", "accept"));
        await AskAsync(bot, 2, "evidence add", ("claim", "1"), ("url", "https://example.org/a"), ("stance", "refutes"));
        foreach (var reviewer in new ulong[] { 2, 3, 4 })
        {
            await AskAsync(bot, reviewer, "vote", ("claim", "1"), ("rating", "false"), ("reason", "Read"));
        }

        await AskAsync(bot, 1, "verdict publish", ("claim", "1"), ("summary", "No"), ("explanation", "It has 13."));
        await AskAsync(bot, 1, "assign", ("claim", "2"), ("reviewer", $"{Somebody(2).Id}"), ("due", "60d"));
    }

    private async Task AskAsync(StoppingBot bot, ulong person, string command, params (string Name, string Value)[] options)
    {
        var reply = await bot.RunAsync(new Request
        {
            Id = $"request {++requests}",
            Command = command,
            Team = new TeamId(ulong.Parse(channels["guild"], null)),
            Person = Somebody(person),
            Options = options.ToDictionary(o => o.Name, o => o.Value),
            People = new[] { Somebody(2) }.ToDictionary(p => p.Id),
            IsFilledForm = command == "verdict publish",
        });
        Assert.False(reply.IsRefusal, reply.Text?.ToString());
    }

    private static Person Somebody(ulong id) =>
        new(new PersonId(700_000_000_000_000_000 + id), $"Somebody {id}", id is 2 or 3 or 4 ? [new RoleId(201)] : [], MayManageServer: id == 1);
}
