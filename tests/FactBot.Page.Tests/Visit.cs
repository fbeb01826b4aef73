using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FactBot.Discord;
using FactBot.Sandbox;
using FactBot.Sandbox.Demo;
using FactBot.Sandbox.World;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FactBot.Page.Tests;

/// <summary>A sandbox with the bot in it, and a browser that looks at its page.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly SandboxHost sandbox;
    private readonly IBrowserContext context;

    private Visit(SandboxHost sandbox, IBrowserContext context)
    {
        (this.sandbox, this.context) = (sandbox, context);
        Client = new SandboxClient(sandbox.Address);
    }

    public SandboxClient Client { get; }

    public Uri Address => sandbox.Address;

    /// <summary>Every request of the browser that left this machine.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>Opens at noon in Kyiv, on a Sunday, three hours after the day's digest time. A browser takes much of a
    /// machine: the clock goes slowly, so that nobody is late unless a test makes them.</summary>
    public static async Task<Visit> BeginAsync(Browser browser, BrowserNewContextOptions? options = null, Action<IServiceCollection>? change = null)
    {
        var context = await browser.OpenAsync(options);
        var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions
            {
                StartAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
                Pace = 0.25,
                HeartbeatInterval = TimeSpan.FromMinutes(10),
            },
            surroundings => new HostedBot(surroundings, services =>
            {
                services.Configure<DiscordOptions>(discord => discord.CallbackTimeout = TimeSpan.FromSeconds(10));
                change?.Invoke(services);
            }));
        while (sandbox.Parts.Presence is not { IsAtWork: true, IsSceneOver: true })
            await sandbox.Parts.Presence.WaitAsync(TestContext.Current.CancellationToken);
        var visit = new Visit(sandbox, context);
        await context.RouteAsync("**/*", async route =>
        {
            if (!route.Request.Url.StartsWith(visit.Address.AbsoluteUri, StringComparison.Ordinal))
                visit.Outside.Add(route.Request.Url);
            await route.ContinueAsync();
        });
        return visit;
    }

    /// <summary>A tab, as a person in a channel; returns when the page is there and the bot at work.</summary>
    /// <param name="person">Who; nobody named is Fay.</param>
    /// <param name="channel">Where; #newsroom when null.</param>
    /// <param name="before">What is done with the tab before it opens the page.</param>
    public async Task<Tab> TabAsync(string? person = null, string? channel = null, Func<IPage, Task>? before = null)
    {
        var page = await context.NewPageAsync();
        if (before is not null)
            await before(page);
        var query = person is null ? "" : $"?as={person}&in={channel ?? "newsroom"}";
        await page.GotoAsync(new Uri(Address, "/" + query).AbsoluteUri);
        await page.GetByRole(AriaRole.Main).WaitForAsync();
        return new Tab(page);
    }

    /// <summary>Ben has written this many messages.</summary>
    public void Fill(string channel, int count)
    {
        lock (sandbox.Parts.World.Gate)
        {
            for (var i = 0; i < count; i++)
                sandbox.Parts.Writing.Write("Ben", new JsonObject { ["channel"] = channel, ["content"] = $"Message {i}" });
        }
    }

    /// <summary>When the next personal message for somebody arrives, in milliseconds of Unix time.</summary>
    public Task<double> NextAnswerAsync(string person)
    {
        var arrived = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var world = sandbox.Parts.World;
        var id = world.State.People.Find(one => one.Name == person)!.Id;
        var before = Latest();
        world.Changed += Look;
        return arrived.Task;

        void Look()
        {
            var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            if (Latest() == before)
                return;
            world.Changed -= Look;
            arrived.TrySetResult(now);
        }

        string? Latest()
        {
            lock (world.Gate)
            {
                return world.State.Messages.FindLast(message => message.VisibleTo == id)?.Id;
            }
        }
    }

    /// <summary>The bot posts this message, with these files, whatever FactBot itself would ever post.</summary>
    public async Task PostAsBotAsync(string channel, JsonObject message, params (string Name, byte[] Content)[] files)
    {
        // Discord takes five messages in five seconds; the clock is the sandbox's.
        await Client.AdvanceAsync(TimeSpan.FromSeconds(2));
        using var body = new MultipartFormDataContent { { JsonContent.Create(message), "payload_json" } };
        foreach (var (index, file) in files.Index())
            body.Add(new ByteArrayContent(file.Content), $"files[{index}]", file.Name);
        var id = sandbox.Parts.World.State.Channels.Find(one => one.Name == channel)!.Id;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"/api/v10/channels/{id}/messages")) { Content = body };
        request.Headers.Authorization = new("Bot", "sandbox");
        request.Headers.Add("User-Agent", "DiscordBot (https://github.com/factbot/factbot, test)");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Client.Dispose();
        await sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Assert.Empty(Outside);
    }
}
