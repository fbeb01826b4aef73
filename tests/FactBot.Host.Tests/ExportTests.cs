using System.Text.Json.Nodes;
using FactBot.Host.Export;
using FactBot.Host.Tests.Stories;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests;

/// <summary>A team is taken from one database to another, by the program as its own process.</summary>
public sealed class ExportTests : IDisposable
{
    private const string SealedWords = "Nobody may read this before the round closes";

    private readonly HostProcess host = new();

    private string Exported => Path.Combine(host.Folder, "team.json");

    private string Other => Path.Combine(host.Folder, "other.db");

    [Fact]
    public async Task What_was_exported_while_the_bot_works_is_imported_elsewhere_and_exported_again_the_same()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await newsroom.Fay.AddsArticleAsync();
        await newsroom.Fay.SubmitsAsync("\"the largest investment ever made.\"", article: "1");

        var team = await ExportAsync(newsroom);
        Assert.Contains($"Team {team} is in", await DoAsync($"import {Exported}", Other), StringComparison.Ordinal);
        Assert.Contains("whole, up to entry", await DoAsync("audit verify", Other), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Exported, TestContext.Current.CancellationToken), await DoAsync($"export --team {team}", Other));
    }

    [Fact]
    public async Task Sealed_votes_are_in_no_export_and_the_import_tells_of_them_in_the_trail()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await newsroom.OpenClaimAsync(2);
        await newsroom.Chi.AsksAsync("vote", ("claim", "2"), ("rating", "mixed"), ("reason", SealedWords));
        Assert.Equal(1, newsroom.Database.Count("SELECT count(*) FROM Ballots WHERE Reason = $value", SealedWords));

        var team = await ExportAsync(newsroom);
        foreach (var format in new[] { "json", "csv", "markdown" })
        {
            var text = await DoAsync($"export --team {team} --format {format}", newsroom.Database.File);
            Assert.Contains("The tram has 2 stops.", text, StringComparison.Ordinal);
            Assert.DoesNotContain(SealedWords, text, StringComparison.Ordinal);
            Assert.DoesNotContain("mixed", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("their reviewers vote again", await DoAsync($"import {Exported}", Other), StringComparison.Ordinal);
        Assert.Contains("whole, up to entry", await DoAsync("audit verify", Other), StringComparison.Ordinal);
        var other = new BotDatabase(Other);
        Assert.Equal(1, other.Count("SELECT count(*) FROM Audit WHERE Action = 'left out the sealed votes in'"));
        Assert.Equal(3, other.Count("SELECT count(*) FROM Ballots"));
        Assert.Equal(1, other.Count("SELECT count(*) FROM Assignments WHERE State = 'Open'"));

        // What was imported can be taken on from there.
        await DoAsync($"export --team {team} --output {Exported}2", Other);
        await DoAsync($"import {Exported}2", Path.Combine(host.Folder, "third.db"));
        Assert.Contains("whole, up to entry", await DoAsync("audit verify", Path.Combine(host.Folder, "third.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_are_imported_beside_each_other_and_stay_as_they_were()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await newsroom.AddGuildAsync();
        await newsroom.SetUpThereAsync();
        await newsroom.ThereAsync("Fay", "claim submit", new JsonObject { ["text"] = "The bridge has 9 arches." });

        var exports = new Dictionary<string, string>();
        foreach (var team in newsroom.Database.Read("SELECT CAST(Id AS TEXT) FROM Teams ORDER BY Id DESC"))
        {
            exports[team] = Path.Combine(host.Folder, $"{team}.json");
            await DoAsync($"export --team {team} --output {exports[team]}", newsroom.Database.File);
            await DoAsync($"import {exports[team]}", Other);
        }

        Assert.Equal(2, exports.Count);
        foreach (var (team, file) in exports)
        {
            Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), await DoAsync($"export --team {team}", Other));
            Assert.Contains("is in this database already", await DoAsync($"import {file}", Other, 3), StringComparison.Ordinal);
        }

        Assert.Contains("whole, up to entry", await DoAsync("audit verify", Other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_whole_export_changes_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await ExportAsync(newsroom);
        var whole = await File.ReadAllTextAsync(Exported, TestContext.Current.CancellationToken);
        await DoAsync("migrate", Other);

        Assert.Contains("is damaged", await ImportAsync(whole.Replace("tram", "train", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("is no export of FactBot", await ImportAsync(whole[..^40]), StringComparison.Ordinal);
        Assert.Contains("is no export of FactBot", await ImportAsync("[]"), StringComparison.Ordinal);
        var json = JsonNode.Parse(whole)!;
        json["version"] = "20200101000000_Begin";
        Assert.Contains("by another version of FactBot", await ImportAsync(json.ToJsonString()), StringComparison.Ordinal);
        File.Delete(Exported);
        Assert.Contains("cannot be read", await DoAsync($"import {Exported}", Other, 3), StringComparison.Ordinal);
        Assert.All(["Teams", "Claims", "Audit"], table => Assert.Equal(0, new BotDatabase(Other).Count($"SELECT count(*) FROM {table}")));
    }

    [Fact]
    public async Task An_export_is_its_owners_alone_also_where_half_of_one_was_left_for_all()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await File.WriteAllTextAsync($"{Exported}.part", "half", TestContext.Current.CancellationToken);
        Loosen($"{Exported}.part");
        var team = await ExportAsync(newsroom);
        await DoAsync($"export --team {team} --format csv --output {Exported}.csv", newsroom.Database.File);
        await DoAsync($"export --team {team} --format markdown --output {Exported}.md", newsroom.Database.File);
        Assert.All([Exported, $"{Exported}.csv", $"{Exported}.md"], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
    }

    /// <summary>Each of them is told in one sentence, and leaves no database where there was none.</summary>
    [Fact]
    public async Task Files_that_nobody_exported_are_refused_in_a_sentence_and_leave_nothing_behind()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await ExportAsync(newsroom);
        var whole = await File.ReadAllTextAsync(Exported, TestContext.Current.CancellationToken);
        string Anew(Action<JsonObject> change)
        {
            var json = JsonNode.Parse(whole)!.AsObject();
            change(json["tables"]!.AsObject());
            json["sha256"] = TeamExport.HashOf(json["tables"]!.AsObject());
            return json.ToJsonString(TeamExport.Json);
        }

        var first = whole.IndexOf("\"Number\":", StringComparison.Ordinal);
        var files = new Dictionary<string, string>
        {
            ["nothing"] = "",
            ["a string"] = "\"export\"",
            ["no text"] = "\0\u0001\u0002\uFFFD",
            ["levels without end"] = new string('[', 100_000),
            ["a key twice at its top"] = whole.Insert(whole.IndexOf('{', StringComparison.Ordinal) + 1, "\"team\":\"1\","),
            ["a key twice in a row"] = whole.Insert(first, "\"Number\":1,"),
            ["a row twice"] = Anew(t => t["Claims"]!.AsArray().Add(t["Claims"]![0]!.DeepClone())),
            ["a vote twice"] = Anew(t => t["Ballots"]!.AsArray().Add(t["Ballots"]![0]!.DeepClone())),
            ["an entry twice"] = Anew(t => t["Audit"]!.AsArray().Add(t["Audit"]![0]!.DeepClone())),
            ["a table that is none"] = Anew(t => t["Claims"] = 7),
            ["a row that is none"] = Anew(t => t["Claims"]!.AsArray()[0] = "claim"),
            ["a table too many"] = Anew(t => t["Extra"] = new JsonArray()),
            ["a table too few"] = Anew(t => t.Remove("Ballots")),
            ["a cell that is missing"] = Anew(t => t["Claims"]![0]!.AsObject().Remove("Text")),
            ["a number that is none"] = Anew(t => t["Claims"]![0]!["Number"] = "first"),
            ["a number beyond all"] = whole.Replace("\"Number\": 1,", "\"Number\": 1e400,", StringComparison.Ordinal),
        };
        foreach (var (kind, text) in files)
        {
            await File.WriteAllTextAsync(Exported, text, TestContext.Current.CancellationToken);
            var (exitCode, told) = await host.RunAsync($"import {Exported}", ("FACTBOT_Storage__Path", Other));
            Assert.True(exitCode == 3, $"{kind} ended with {exitCode}: {told}");
            Assert.True(told.Trim().Split('\n').Length == 1 && !told.Contains("Exception", StringComparison.Ordinal), $"{kind}: {told}");
            Assert.True(
                told.Contains("is no export of FactBot. Name", StringComparison.Ordinal) || told.Contains("is damaged (", StringComparison.Ordinal) || told.Contains("is in this database already", StringComparison.Ordinal), $"{kind}: {told}");
            Assert.Empty(Directory.GetFiles(host.Folder).Select(Path.GetFileName).Except(["team.json", "other.db.lock"]));
        }
    }

    [Fact]
    public async Task An_export_whose_tables_were_changed_is_refused_even_with_its_digest_made_anew()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await PublishOneAsync(newsroom);
        await ExportAsync(newsroom);
        var whole = await File.ReadAllTextAsync(Exported, TestContext.Current.CancellationToken);
        await DoAsync("migrate", Other);
        foreach (var (what, change) in new (string, Action<JsonObject>)[]
        {
            ("claim #1: “text” isn't what the trail says", t => t["Claims"]![0]!["Text"] = "The tram has 99 stops."),
            ("ballot of", t => t["Ballots"]![0]!["Rating"] = "false"),
            ("version 1 of the verdict on claim #1", t => t["Verdicts"]![0]!["Summary"] = "Not so."),
            ("is missing", t => t["Audit"]!.AsArray().RemoveAt(t["Audit"]!.AsArray().Count - 1)),
        })
        {
            var json = JsonNode.Parse(whole)!.AsObject();
            var tables = json["tables"]!.AsObject();
            change(tables);
            json["sha256"] = TeamExport.HashOf(tables);
            var told = await ImportAsync(json.ToJsonString(TeamExport.Json));
            Assert.Contains("its tables are not what its audit trail tells", told, StringComparison.Ordinal);
            Assert.True(told.Contains(what, StringComparison.Ordinal), $"{what} isn't in: {told}");
        }

        Assert.All(["Teams", "Claims", "Audit"], table => Assert.Equal(0, new BotDatabase(Other).Count($"SELECT count(*) FROM {table}")));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        host.Dispose();
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static void Loosen(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private static async Task PublishOneAsync(Newsroom newsroom)
    {
        await newsroom.OpenClaimAsync();
        foreach (var reviewer in new[] { newsroom.Ben, newsroom.Chi, newsroom.Dee })
        {
            await reviewer.VotesAsync(1, "true");
        }

        await newsroom.Ada.PublishesAsync(1);
    }

    private async Task<string> ExportAsync(Newsroom newsroom)
    {
        var team = newsroom.Database.Read("SELECT CAST(Id AS TEXT) FROM Teams").Single();
        Assert.Contains($"Exported team {team}", await DoAsync($"export --team {team} --output {Exported}", newsroom.Database.File), StringComparison.Ordinal);
        return team;
    }

    private async Task<string> ImportAsync(string text)
    {
        await File.WriteAllTextAsync(Exported, text, TestContext.Current.CancellationToken);
        return await DoAsync($"import {Exported}", Other, 3);
    }

    private async Task<string> DoAsync(string command, string database, int expected = 0)
    {
        var (exitCode, text) = await host.RunAsync(command, ("FACTBOT_Storage__Path", database));
        Assert.True(expected == exitCode, $"{command} ended with {exitCode}: {text}");
        return text;
    }
}
