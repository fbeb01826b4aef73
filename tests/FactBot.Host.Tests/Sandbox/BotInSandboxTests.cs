using System.Text;
using FactBot.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>The seam to the bot: started, set up by Ada, settled, restarted and stopped.</summary>
public sealed class BotInSandboxTests
{
    [Fact]
    public async Task Ada_sets_the_desk_up_once_and_actions_wait_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("factbot-sandbox-test-").FullName;
        var options = new SandboxOptions { Data = folder };
        SetUpBot bot = null!;
        await using (var sandbox = await SandboxHost.StartAsync(options, Make, TestContext.Current.CancellationToken))
        {
            using var http = new HttpClient { BaseAddress = sandbox.Address };
            var state = await http.GetStringAsync(
                new Uri("/stage/bot", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("\"connected\":true", state, StringComparison.Ordinal);
            Assert.Equal(1, bot.SetUps);
            Assert.Equal("Europe/Kyiv", bot.Zone);
            Assert.True(bot.Settled > 0);

            using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
            var restarted = await http.PostAsync(
                new Uri("/stage/restart", UriKind.Relative), nothing, TestContext.Current.CancellationToken);
            Assert.Contains("\"connected\":true", await restarted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(0, bot.SetUps);
        }

        Assert.True(bot.IsStopped);
        await using (await SandboxHost.StartAsync(options, Make, TestContext.Current.CancellationToken))
            await bot.Ready;
        Assert.Equal(0, bot.SetUps);
        Directory.Delete(folder, recursive: true);

        IBot Make(BotSurroundings surroundings) => bot = new SetUpBot(surroundings);
    }

    [Fact]
    public async Task A_busy_port_is_a_failure_that_can_be_told()
    {
        await using var first = await SandboxHost.StartAsync(
            new SandboxOptions(), botFactory: null, TestContext.Current.CancellationToken);
        var options = new SandboxOptions { Port = first.Address.Port };
        await Assert.ThrowsAnyAsync<IOException>(
            () => SandboxHost.StartAsync(options, botFactory: null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--port 99999", "--port")]
    [InlineData("--port", "--port")]
    [InlineData("--data", "--data")]
    [InlineData("--nonsense", "--nonsense")]
    public void An_argument_that_cannot_be_is_told(string arguments, string word) =>
        Assert.Contains(word, SandboxArguments.Read(arguments.Split(' ')).Fault, StringComparison.Ordinal);

    [Fact]
    public void Arguments_become_options()
    {
        var options = SandboxArguments.Read(["--port", "0", "--data", "here", "--bare", "--no-bot"]).Options!;
        Assert.Equal((0, "here", true, true), (options.Port, options.Data, options.Bare, options.NoBot));
        Assert.Equal(5180, SandboxArguments.Read([]).Options!.Port);
    }

    private sealed class SetUpBot(BotSurroundings surroundings) : IBot, IAsyncDisposable
    {
        private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private PretendBot? bot;
        private Task listening = Task.CompletedTask;

        public int SetUps { get; private set; }

        public string? Zone { get; private set; }

        public int Settled { get; private set; }

        public bool IsStopped { get; private set; }

        public Task Ready => ready.Task;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            listening = ListenAsync();
            return Task.CompletedTask;
        }

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            IsStopped = true;
            bot?.Drop();
            await listening;
        }

        public ValueTask DisposeAsync() => bot?.DisposeAsync() ?? ValueTask.CompletedTask;

        public Task SettleAsync(CancellationToken cancellationToken)
        {
            Settled++;
            return Task.CompletedTask;
        }

        private async Task ListenAsync()
        {
            bot = new PretendBot(surroundings.ApiUrl);
            await bot.OpenAsync();
            await bot.IdentifyAsync();
            await bot.NextEventAsync("GUILD_CREATE");
            await bot.RegisterAsync("""
                [{"name":"setup","description":"d","options":[
                  {"type":7,"name":"review","description":"d"},{"type":7,"name":"verdicts","description":"d"},
                  {"type":7,"name":"digest","description":"d"},{"type":8,"name":"reviewers","description":"d"},
                  {"type":8,"name":"editors","description":"d"},{"type":3,"name":"zone","description":"d"},
                  {"type":3,"name":"time","description":"d"}]}]
                """);
            ready.TrySetResult();
            try
            {
                while (await bot.NextInteractionAsync() is { } interaction)
                {
                    SetUps++;
                    Zone = interaction.Map("data").Maps("options").Single(option => option.Text("name") == "zone").Text(
                        "value");
                    await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Set up","flags":64}}""");
                }
            }
            catch (Exception gone) when (IsStopped && gone is not null)
            {
            }
        }
    }
}
