using FactBot.Articles;
using FactBot.Discord.Gateway;
using FactBot.Host;
using FactBot.Host.Storage;
using FactBot.Pages;
using FactBot.Posts;
using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FactBot.Sandbox;

/// <summary>The real bot, built as by its own program, with the sandbox's address, clock and data folder.</summary>
public sealed class HostedBot : IBot, IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private readonly IHost host;
    private readonly string database;
    private DatabaseHold? hold;

    /// <param name="surroundings">The sandbox it runs in.</param>
    /// <param name="change">Changes its services, for tests that need a slower or broken part.</param>
    public HostedBot(BotSurroundings surroundings, Action<IServiceCollection>? change = null)
    {
        database = Path.Combine(surroundings.DataFolder, "factbot.db");
        var builder = FactBotHost.CreateBuilder([]);
        builder.Environment.EnvironmentName = "Sandbox";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = surroundings.Token,
            ["Discord:ApiUrl"] = surroundings.ApiUrl.ToString(),
            ["Web:Url"] = "",
            ["Storage:Path"] = database,
        });
        builder.Services.AddSingleton(surroundings.Clock);
        // It fetches pages only from this machine, so that nothing in the sandbox depends on the internet.
        builder.Services.AddSingleton(PageReach.ThisMachine);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        // The sandbox's own output, such as the demo's JSON, is for other programs to read.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        change?.Invoke(builder.Services);
        host = builder.Build();
    }

    /// <summary>Creates a bot for a sandbox.</summary>
    public static IBot Make(BotSurroundings surroundings) => new HostedBot(surroundings);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Held as by the bot's own program, so that nobody restores a backup while it runs.
        hold = DatabaseHold.Take(database);
        return host.StartFactBotAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);

    /// <summary>Also waits for a heartbeat's acknowledgement, so that a clock leap doesn't look like a dead connection.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await host.Services.GetRequiredService<ArticleWatch>().SettleAsync(cancellationToken);
        try
        {
            await host.Services.GetRequiredService<DueWorkLoop>().SettleAsync(cancellationToken);
        }
        catch (NotKeptException)
        {
            // Nothing more comes from a bot that can't save.
        }

        var gateway = host.Services.GetRequiredService<IGateway>();
        while (gateway.IsBeatPending)
        {
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        // The hold is released last; DatabaseHold says why.
        SqliteConnection.ClearAllPools();
        hold?.Dispose();
    }
}
