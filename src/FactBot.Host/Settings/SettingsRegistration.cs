using FactBot.Discord;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Pages;
using FactBot.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Settings;

/// <summary>Reads the settings, and configures logging from them.</summary>
internal static class SettingsRegistration
{
    private const string FileName = "factbot.json";

    /// <summary>Reads the file in the folder, the secrets, the environment and the arguments. The last one wins.</summary>
    public static void AddSettings(this HostApplicationBuilder builder, SettingsPlaces places, string[] args)
    {
        var settings = builder.Configuration;
        var folder = Find(places.Config);
        settings.AddJsonFile(folder, FileName, optional: true, reloadOnChange: false)
            .AddKeyPerFile(secrets =>
            {
                secrets.FileProvider = Find(places.Secrets);
                secrets.Optional = true;
                secrets.IgnoreCondition = name => !name.Contains("__", StringComparison.Ordinal);
            })
            .AddEnvironmentVariables("FACTBOT_")
            .AddCommandLine(args);
        builder.Services.Configure<DiscordOptions>(settings.GetSection(DiscordOptions.Section));
        builder.Services.Configure<StorageOptions>(settings.GetSection(StorageOptions.Section));
        builder.Services.Configure<WebOptions>(settings.GetSection(WebOptions.Section));
        builder.Services.Configure<PagesOptions>(settings.GetSection(PagesOptions.Section));
        builder.Services.Configure<PrivacyOptions>(settings.GetSection(PrivacyOptions.Section));
        builder.Services.Configure<LogOptions>(settings.GetSection(LogOptions.Section));
        builder.Services.AddHostedService(provider => new SettingsReload(
            settings, new SettingsFile(folder, FileName), provider.GetRequiredService<ILogger<SettingsReload>>()));
    }

    public static void AddLogs(this HostApplicationBuilder builder)
    {
        foreach (var (part, level) in new LogOptions().LogLevel)
        {
            builder.Logging.AddFilter(part == "Default" ? null : part, level);
        }

        builder.Logging.AddConfiguration(builder.Configuration.GetSection(LogOptions.Section));
        builder.Logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        builder.Logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        builder.Services.AddOptions<ConsoleLoggerOptions>().Configure<IOptions<LogOptions>>((console, log) =>
            console.FormatterName = log.Value.Format == LogFormat.Json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
        // The operator couldn't act on warnings about how our own migrations are built.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
    }

    private static IFileProvider Find(string folder) => Directory.Exists(folder)
        // Polled, because a file mounted into a container doesn't report changes.
        ? new PhysicalFileProvider(folder) { UsePollingFileWatcher = true, UseActivePolling = true }
        : new NullFileProvider();
}

/// <summary>The folders that settings are read from, if they exist.</summary>
/// <param name="Config">Contains <c>factbot.json</c>.</param>
/// <param name="Secrets">Contains a file per secret, named after the setting with two underscores: <c>Discord__Token</c>.</param>
internal sealed record SettingsPlaces(string Config, string Secrets)
{
    /// <summary>The folders used in containers and under systemd, which passes its credentials folder in a variable.</summary>
    public static SettingsPlaces OfProgram { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "config"), Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") ?? "/run/secrets");
}
