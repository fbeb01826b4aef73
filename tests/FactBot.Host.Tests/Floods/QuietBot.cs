using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Chat;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;
using FactBot.Domain;
using FactBot.Host.Chat;
using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Floods;

/// <summary>The real bot without its gateway: interactions are handed to it as the gateway does.</summary>
internal sealed class QuietBot : IAsyncDisposable
{
    public const string Guild = "1100000000000000100";

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;
    private readonly IHost host;
    private readonly MeterListener metrics = new();
    private long dropped;
    private ulong last;

    private QuietBot(Uri api, Action<IServiceCollection>? change)
    {
        var builder = FactBotHost.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "sandbox",
            ["Discord:ApiUrl"] = api.ToString(),
            ["Storage:Path"] = Path.Combine(folder, "desk.db"),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(new Lines(Logs));
        change?.Invoke(builder.Services);
        host = builder.Build();
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "factbot.interactions.dropped")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref dropped, count));
        metrics.Start();
    }

    public ConcurrentQueue<string> Logs { get; } = [];

    public long Dropped => Interlocked.Read(ref dropped);

    public IServiceProvider Services => host.Services;

    /// <summary>A bot with a desk that is set up.</summary>
    public static async Task<QuietBot> OpenAsync(Uri api, Action<IServiceCollection>? change = null)
    {
        var bot = new QuietBot(api, change);
        await DatabaseFile.PrepareAsync(bot.Services, Path.Combine(bot.folder, "desk.db"), CancellationToken.None);
        await bot.Services.GetRequiredService<CommandRouter>().RunAsync(
            new Request
            {
                Id = "setup",
                Command = "setup",
                Team = new TeamId(ulong.Parse(Guild)),
                Person = new Person(new PersonId(1), "Ada", [], MayManageServer: true),
                Options = new Dictionary<string, string>
                {
                    ["review"] = "11",
                    ["verdicts"] = "12",
                    ["digest"] = "13",
                    ["reviewers"] = "14",
                    ["editors"] = "15",
                    ["zone"] = "Europe/Kyiv",
                    ["time"] = "09:00",
                },
            },
            CancellationToken.None);
        return bot;
    }

    /// <summary>A new id, of this moment.</summary>
    public string NewId() => $"{Snowflake.At(TimeProvider.System.GetUtcNow()).Value + ++last}";

    /// <summary>Fay's command, in its JSON.</summary>
    public JsonObject Command(string name, params JsonNode[] options) => new()
    {
        ["id"] = NewId(),
        ["application_id"] = "2",
        ["type"] = 2,
        ["token"] = "t",
        ["version"] = 1,
        ["guild_id"] = Guild,
        ["channel_id"] = "1100000000000000104",
        ["member"] = new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "1100000000000000015", ["username"] = "fay" },
            ["roles"] = new JsonArray(),
            ["permissions"] = "0",
        },
        ["data"] = new JsonObject { ["id"] = "5", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray(options) },
    };

    public void Hear(JsonNode interaction) => Hear(JsonSerializer.SerializeToElement(interaction));

    public void Hear(JsonElement interaction) => Services.GetRequiredService<IDispatchListener>().Receive(
        new Dispatch("INTERACTION_CREATE", interaction, TimeProvider.System.GetUtcNow(), IsReplay: false));

    public Task FinishAsync() => Services.GetRequiredService<InteractionListener>().FinishAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        metrics.Dispose();
        await ((IAsyncDisposable)host).DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
