using FactBot.Discord;
using FactBot.Host.Settings;
using FactBot.Host.Tests.Stories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Tests.Settings;

/// <summary>Where settings come from, and what becomes of them while the bot runs.</summary>
public sealed class SettingsPlacesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    private readonly List<string> logged = [];

    private string File => Path.Combine(folder, "factbot.json");

    [Fact]
    public void A_secret_counts_before_the_file_and_an_environment_variable_before_both()
    {
        Write("""{"Discord":{"Token":"of-the-file","RequestTimeout":"00:00:07"},"Storage":{"Path":"of-the-file.db"}}""");
        var secrets = Directory.CreateDirectory(Path.Combine(folder, "secrets")).FullName;
        System.IO.File.WriteAllText(Path.Combine(secrets, "Discord__Token"), "of-the-secret\n");
        System.IO.File.WriteAllText(Path.Combine(secrets, "Storage__Path"), "of-the-secret.db");
        System.IO.File.WriteAllText(Path.Combine(secrets, "another-program"), "x");
        Environment.SetEnvironmentVariable("FACTBOT_Storage__Path", "of-the-environment.db");
        try
        {
            using var host = Build();
            var settings = host.Services.GetRequiredService<IConfiguration>();
            Assert.Equal("00:00:07", settings["Discord:RequestTimeout"]);
            Assert.Equal("of-the-secret", host.Services.GetRequiredService<IOptions<DiscordOptions>>().Value.Token);
            Assert.Equal("of-the-environment.db", settings["Storage:Path"]);
            Assert.Empty(SettingCheck.FindFaults(settings));
        }
        finally
        {
            Environment.SetEnvironmentVariable("FACTBOT_Storage__Path", null);
        }
    }

    [Fact]
    public async Task A_change_of_the_file_counts_while_the_bot_runs_and_one_that_is_wrong_changes_nothing()
    {
        Write("""{"Discord":{"Token":"t"}}""");
        using var host = Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("FactBot.Posts");
        var discord = host.Services.GetRequiredService<IOptionsMonitor<DiscordOptions>>();
        Assert.False(log.IsEnabled(LogLevel.Debug));

        Write("""{"Discord":{"Token":"t","RequestTimeout":"00:00:07"},"Logging":{"LogLevel":{"FactBot.Posts":"Debug"}}}""");
        await UntilLoggedAsync("are taken over");
        Assert.True(log.IsEnabled(LogLevel.Debug));
        Assert.Equal(TimeSpan.FromSeconds(7), discord.CurrentValue.RequestTimeout);

        Write("""{"Discord":{"Token":"t","RequestTimeout":"00:00:08"},"Logging":{"LogLevel":{"FactBot.Posts":"Loud"}}}""");
        await UntilLoggedAsync("not taken over: Logging:LogLevel:FactBot.Posts is “Loud”");
        Write("""{"Discord":{"Token":"t",""");
        await UntilLoggedAsync("not taken over: Failed to load");
        Assert.True(log.IsEnabled(LogLevel.Debug));
        Assert.Equal(TimeSpan.FromSeconds(7), discord.CurrentValue.RequestTimeout);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string json)
    {
        System.IO.File.WriteAllText(File, json);
        // Times of files are coarse; two writes in a row must not look like one.
        System.IO.File.SetLastWriteTimeUtc(File, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) + TimeSpan.FromMinutes(json.Length));
    }

    private IHost Build()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.AddSettings(new SettingsPlaces(folder, Path.Combine(folder, "secrets")), []);
        builder.AddLogs();
        builder.Logging.ClearProviders().AddProvider(new Kept(logged));
        return builder.Build();
    }

    private Task UntilLoggedAsync(string words) => Newsroom.UntilAsync(() =>
    {
        lock (logged)
        {
            return Task.FromResult(logged.Any(line => line.Contains(words, StringComparison.Ordinal)));
        }
    });

    private sealed class Kept(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
