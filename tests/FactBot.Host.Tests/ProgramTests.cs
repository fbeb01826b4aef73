using System.Net;
using System.Net.Sockets;
using FactBot.Host.Tests.Stories;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests;

/// <summary>The host as its own process, as an operator runs it.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Application = "1100000000000000001";
    private const string Guild = "1100000000000000100";

    private readonly HostProcess host = new();

    [Fact]
    public async Task Without_a_token_it_says_what_to_set_and_where_to_get_it()
    {
        var (exitCode, error) = await host.RunAsync("", ("FACTBOT_Discord__Token", ""));
        Assert.Equal(2, exitCode);
        Assert.Contains("FACTBOT_Discord__Token", error, StringComparison.Ordinal);
        Assert.Contains("https://discord.com/developers/applications", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_file_that_is_no_database_it_says_so_and_leaves_it()
    {
        var path = Path.Combine(host.Folder, "notes.txt");
        await File.WriteAllTextAsync(path, "These are my notes, and no database at all.", TestContext.Current.CancellationToken);
        var (exitCode, error) = await host.RunAsync("", ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Storage__Path", path));
        Assert.Equal(3, exitCode);
        Assert.Contains("not a SQLite database", error, StringComparison.Ordinal);
        Assert.Equal("These are my notes, and no database at all.", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_a_wrong_token_it_says_so_and_stops()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        var (exitCode, error) = await host.RunAsync(
            "", ("FACTBOT_Discord__Token", "wrong"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")));
        Assert.Equal(4, exitCode);
        Assert.Contains("token", error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_an_address_that_is_taken_it_says_so_and_which_setting_names_another()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exitCode, error) = await host.RunAsync(
            "", ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Web__Url", $"http://{taken.LocalEndpoint}"),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")));
        Assert.Equal(2, exitCode);
        Assert.Contains("address already in use. Set FACTBOT_Web__Url to an address that is free", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    public async Task With_a_database_that_another_program_keeps_locked_it_says_so_and_starts_once_it_is_free(string journal)
    {
        var path = Path.Combine(host.Folder, "desk.db");
        await host.RunAsync("migrate", ("FACTBOT_Storage__Path", path));
        await using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = other.CreateCommand();
#pragma warning disable CA2100 // One of the two above.
            command.CommandText = $"PRAGMA journal_mode = {journal}; BEGIN EXCLUSIVE";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var (exitCode, error) = await host.RunAsync("run", ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Storage__Path", path));
            Assert.Equal(3, exitCode);
            Assert.Contains("another program keeps it locked. Close what has it open", error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await host.RunAsync("migrate", ("FACTBOT_Storage__Path", path))).ExitCode);
    }

    [Theory]
    [InlineData("FACTBOT_Discord__Intents", "Guilds, GuildMembers", 14, "privileged intent")]
    [InlineData("FACTBOT_Discord__Intents", "1073741825", 13, "Discord:Intents")]
    public async Task Where_discord_refuses_for_good_it_says_so_and_stops_with_a_code_of_its_own(
        string setting, string value, int expected, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        var (exitCode, error) = await host.RunAsync(
            "", ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")), (setting, value));
        Assert.Equal(expected, exitCode);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Single(await newsroom.TrafficAsync(), t => (string?)t["from"] == "bot" && (int?)t["frame"]?["op"] == 2);
    }

    [Fact]
    public async Task It_works_against_a_sandbox_in_another_process_with_global_commands()
    {
        await using var newsroom = await Newsroom.OpenAsync(hasBot: false);
        var commands = $"api/v10/applications/{Application}/guilds/{Guild}/commands";
        await CallDiscordAsync(newsroom, HttpMethod.Put, commands, """[{"name":"left-over","description":"Of a time of trials"}]""");
        using var bot = host.Start(
            "", ("FACTBOT_Discord__Token", "sandbox"), ("FACTBOT_Discord__ApiUrl", newsroom.Address.ToString()),
            ("FACTBOT_Storage__Path", Path.Combine(host.Folder, "desk.db")));
        try
        {
            await Newsroom.UntilAsync(async () => await CallDiscordAsync(newsroom, HttpMethod.Get, $"api/v10/applications/{Application}/commands") != "[]");
            // The scene runs /setup once it sees the bot.
            await Newsroom.UntilAsync(async () => (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text.Contains("Claim #1", StringComparison.Ordinal));
            Assert.Single(await newsroom.TrafficAsync(), t =>
                (string?)t["method"] == "PUT" && ((string?)t["path"])!.EndsWith("/commands", StringComparison.Ordinal)
                && !((string?)t["path"])!.Contains("/guilds/", StringComparison.Ordinal));
            await Newsroom.UntilAsync(async () => await CallDiscordAsync(newsroom, HttpMethod.Get, commands) == "[]");
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> CallDiscordAsync(Newsroom newsroom, HttpMethod method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = newsroom.Address };
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", "Bot sandbox");
        request.Headers.Add("User-Agent", "DiscordBot (https://example.org, 1)");
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => host.Dispose();
}
