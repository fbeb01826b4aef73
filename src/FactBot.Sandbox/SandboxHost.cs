using System.Net;
using FactBot.Sandbox.Clock;
using FactBot.Sandbox.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FactBot.Sandbox;

/// <summary>A pretend Discord on this machine with a bot in it, running until it is disposed.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly SandboxOptions options;
    private readonly string folder;
    private readonly WebApplication app;
    private readonly SandboxParts parts;
    private readonly WorldFile? file;
    private Task scene = Task.CompletedTask;

    private SandboxHost(SandboxOptions options, BotFactory? botFactory)
    {
        this.options = options;
        folder = options.Data is null
            ? Directory.CreateTempSubdirectory("factbot-sandbox-").FullName
            : Directory.CreateDirectory(options.Data).FullName;
        var worldPath = Path.Combine(folder, "world.json");
        var kept = WorldFile.Read(worldPath);
        Clock = new SandboxClock(Latest(options.StartAt, kept?.Now), options.Pace);
        var world = new SandboxWorld(kept ?? OpeningWorld.Make(Clock.GetUtcNow()), Clock);
        file = options.Data is null ? null : new WorldFile(worldPath, world);
        parts = new SandboxParts(world, Clock, options, options.NoBot ? null : botFactory);
        app = SandboxWeb.Build(options, parts);
    }

    /// <summary>The address it listens on: <c>http://127.0.0.1:5180/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The clock of the sandbox and the bot.</summary>
    public SandboxClock Clock { get; }

    internal SandboxParts Parts => parts;

    /// <summary>Opens the port, starts the bot and begins the opening scene, without waiting for them to finish.</summary>
    /// <param name="options">How to set it up.</param>
    /// <param name="botFactory">Creates the bot; null has the same effect as <see cref="SandboxOptions.NoBot"/>.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken, or the folder can't be used.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options, BotFactory? botFactory, CancellationToken cancellationToken = default)
    {
        var sandbox = new SandboxHost(options, botFactory);
        try
        {
            await sandbox.StartAsync(cancellationToken);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (ending.IsCancellationRequested)
            return;
        await ending.CancelAsync();
        await scene;
        await parts.Bot.DisposeAsync();
        lock (parts.World.Gate)
        {
            parts.Bot.CutConnections();
        }

        await app.DisposeAsync();
        parts.Endpoint.Dispose();
        file?.Dispose();
        if (options.Data is null)
            Directory.Delete(folder, recursive: true);
        Clock.Dispose();
        ending.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = Reachable(new Uri(listening!.Addresses.First()));
        parts.Attachments.Address = Address;
        var botFolder = Directory.CreateDirectory(Path.Combine(folder, "bot")).FullName;
        var api = new Uri(Address, "/api/v10");
        scene = parts.Scene.PlayAsync(options.Bare, ending.Token);
        await parts.Bot.StartAsync(new BotSurroundings(api, options.Token, botFolder, Clock), cancellationToken);
    }

    // 0.0.0.0 and [::] mean every address of the machine, and no one can connect to them.
    private static Uri Reachable(Uri listening) => IPAddress.TryParse(listening.Host.Trim('[', ']'), out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(listening) { Host = IPAddress.Loopback.ToString() }.Uri
        : listening;

    // A saved world continues from where it stopped, even if its clock was ahead of the machine's.
    private static DateTimeOffset? Latest(DateTimeOffset? startAt, DateTimeOffset? kept)
    {
        var now = startAt ?? TimeProvider.System.GetUtcNow();
        return kept > now ? kept : now;
    }
}
