using FactBot.Chat;
using FactBot.Host.Storage;
using FactBot.Posts;
using FactBot.Sandbox.Clock;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// The real bot without its gateway, which is stopped dead at one of its steps: before or after a save, before or after an
/// answer of Discord's. From then on nothing of it reaches the database or Discord, as after a power cut.
/// </summary>
internal sealed class StoppingBot : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Stop stop;
    private readonly SandboxClock clock;

    /// <param name="api">The sandbox's REST side.</param>
    /// <param name="database">Its file.</param>
    /// <param name="clock">Shared with the sandbox.</param>
    /// <param name="stopAt">The number of the step at which it stops; null for never.</param>
    public StoppingBot(Uri api, string database, SandboxClock clock, int? stopAt = null)
    {
        (this.clock, stop) = (clock, new Stop(stopAt));
        var builder = FactBotHost.CreateBuilder([]);
        builder.Environment.EnvironmentName = "Sandbox";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "sandbox",
            ["Discord:ApiUrl"] = api.ToString(),
            ["Storage:Path"] = database,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.ConfigureDbContext<SqliteFactBotDbContext>(options => options.AddInterceptors(new StoppingSaves(stop)));
        builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new StoppingCalls(stop)));
        host = builder.Build();
    }

    public IServiceProvider Services => host.Services;

    public bool HasStopped => stop.Has;

    public int Steps => stop.Steps;

    public Task<Reply> RunAsync(Request request) =>
        Services.GetRequiredService<CommandRouter>().RunAsync(request, CancellationToken.None);

    /// <summary>Does what is due while the clock goes on, as far as it gets.</summary>
    public async Task SettleAsync()
    {
        var settling = Services.GetRequiredService<DueWorkLoop>().SettleAsync(CancellationToken.None);
        while (!settling.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(40));
            await Task.WhenAny(settling, Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
        }

        await settling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (settling.IsFaulted && !HasStopped)
        {
            await settling;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private sealed class BotStoppedException : Exception;

    private sealed class Stop(int? at)
    {
        private readonly Lock gate = new();

        public bool Has { get; private set; }

        public int Steps { get; private set; }

        public void Step()
        {
            lock (gate)
            {
                Has |= ++Steps == at;
                if (Has)
                {
                    throw new BotStoppedException();
                }
            }
        }
    }

    private sealed class StoppingSaves(Stop stop) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.HasChanges())
            {
                stop.Step();
            }

            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> SavedChangesAsync(
            SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (result > 0)
            {
                stop.Step();
            }

            return ValueTask.FromResult(result);
        }
    }

    private sealed class StoppingCalls(Stop stop) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            stop.Step();
            var response = await base.SendAsync(request, cancellationToken);
            stop.Step();
            return response;
        }
    }
}
