using System.Threading.Channels;
using FactBot.Discord.Gateway;
using FactBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>The library put together as a host does it, against a <see cref="FakeDiscord"/>.</summary>
internal sealed class Client : IAsyncDisposable, IDispatchListener
{
    public const string Token = "secret.token.of-the-bot";
    private readonly ServiceProvider _services;
    private CancellationTokenSource _stop = new();
    private readonly Channel<Dispatch> _dispatches = Channel.CreateUnbounded<Dispatch>();
    private Task? _running;

    public Client(
        FakeDiscord discord,
        ObservedTime? time = null,
        string? apiUrl = null,
        GatewayPatience? patience = null,
        TimeSpan? callbackTimeout = null,
        IIdentifyLedger? ledger = null,
        ISessionHandover? handover = null,
        Action<DiscordOptions>? configure = null)
    {
        Time = time ?? new ObservedTime { Skips = TimeSpan.FromSeconds(10) };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IDispatchListener>(this);
        // Long where it must not run out on a slow machine; tests that want it to run out bring their own.
        services.AddSingleton(patience ?? new GatewayPatience
        {
            Acknowledge = TimeSpan.FromMinutes(1),
            Close = TimeSpan.FromMinutes(1),
        });
        if (ledger is not null)
        {
            services.AddSingleton(ledger);
        }
        if (handover is not null)
        {
            services.AddSingleton(handover);
        }
        services.AddDiscord();
        services.Configure<DiscordOptions>(options =>
        {
            options.Token = Token;
            options.ApiUrl = new Uri(apiUrl ?? discord.Url);
            options.Compress = discord.Compresses;
            options.RequestTimeout = TimeSpan.FromMinutes(1);
            options.CallbackTimeout = callbackTimeout ?? TimeSpan.FromMinutes(1);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public ObservedTime Time { get; }

    public RecordedLogs Logs { get; } = new();

    public DiscordRest Rest => _services.GetRequiredService<DiscordRest>();

    public InvalidRequests Refusals => _services.GetRequiredService<InvalidRequests>();

    public GatewayLoop Gateway => _services.GetRequiredService<GatewayLoop>();

    public Action<Dispatch>? OnDispatch { get; set; }

    /// <summary>Ends when the loop does.</summary>
    public Task Running => _running!.Soon();

    public Client Start()
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        _running = Gateway.RunAsync(_stop.Token);
        return this;
    }

    public Task StopAsync()
    {
        _stop.Cancel();
        return Running;
    }

    /// <summary>The next event with this name.</summary>
    public async Task<Dispatch> HearsAsync(string name)
    {
        while (true)
        {
            var dispatch = await _dispatches.Reader.ReadAsync().AsTask().Soon();
            if (dispatch.Name == name)
            {
                return dispatch;
            }
        }
    }

    /// <summary>Lets the clock pass to the next beat, and waits until its ACK has done its work.</summary>
    public async Task BeatAsync(FakeGateway gateway, TimeSpan interval)
    {
        Time.Advance(interval);
        await gateway.NextAsync(1);
        await UntilAsync(() => !Gateway.IsBeatPending);
        // The next beat's timer, without which the clock would pass it by.
        while (await Time.NextWaitAsync() != interval)
        {
        }
    }

    /// <summary>Waits for what no event tells of.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, late.Token);
        }
    }

    public void Receive(Dispatch dispatch)
    {
        _dispatches.Writer.TryWrite(dispatch);
        OnDispatch?.Invoke(dispatch);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is not null)
        {
            await _running.ContinueWith(_ => { }, TaskScheduler.Default).Soon();
        }

        await _services.DisposeAsync();
        _stop.Dispose();
    }
}
