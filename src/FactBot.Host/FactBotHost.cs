using FactBot.Chat;
using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Health;
using FactBot.Host.Chat;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using FactBot.Privacy;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host;

/// <summary>Puts the program together: settings, desk, Discord and database.</summary>
public static class FactBotHost
{
    private const string Secrets = "/run/secrets";

    private static string ConfigFolder => Path.Combine(AppContext.BaseDirectory, "config");

    /// <summary>
    /// A builder with everything in it. Settings come from <c>config/factbot.json</c>, then from the files in
    /// <c>/run/secrets</c> that are named as settings (<c>Discord__Token</c>), then from environment variables that begin
    /// with <c>FACTBOT_</c>, then from the arguments; the last one wins.
    /// </summary>
    /// <exception cref="FormatException">A rating scale cannot be used; the message names its file.</exception>
    public static HostApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args);
        builder.Configuration
            .AddJsonFile(Path.Combine(ConfigFolder, "factbot.json"), optional: true)
            .AddKeyPerFile(secrets =>
            {
                secrets.FileProvider = Directory.Exists(Secrets) ? new PhysicalFileProvider(Secrets) : null;
                secrets.Optional = true;
                secrets.IgnoreCondition = name => !name.Contains("__", StringComparison.Ordinal);
            })
            .AddEnvironmentVariables("FACTBOT_")
            .AddCommandLine(args);

        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        // How our own migrations are built is nothing that who runs the bot could act on.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
        builder.Services.Configure<DiscordOptions>(builder.Configuration.GetSection(DiscordOptions.Section));
        builder.Services.AddOptions<StorageOptions>().Bind(builder.Configuration.GetSection(StorageOptions.Section))
            .Validate(o => !string.IsNullOrWhiteSpace(o.Path), "Storage:Path is empty. Set FACTBOT_Storage__Path to the database's file, such as ./data/factbot.db.")
            .ValidateOnStart();
        builder.Services.AddOptions<WebOptions>().Bind(builder.Configuration.GetSection(WebOptions.Section))
            .Validate(o => o.IsValid, "Web:Url must be an http address with a port, such as http://127.0.0.1:8080.")
            .ValidateOnStart();
        builder.Services.AddOptions<PrivacyOptions>().Bind(builder.Configuration.GetSection(PrivacyOptions.Section))
            .Validate(o => o.IsValid, "Privacy:PolicyUrl must be an https address, such as https://example.org/privacy, or empty.")
            .ValidateOnStart();
        builder.Services.AddFactBot(RatingScales.Read(Path.Combine(ConfigFolder, "scales")));
        builder.Services.AddDiscord();
        builder.Services.AddSqlite();
        builder.Services.AddDiscordChat();
        builder.Services.AddSingleton<IIdentifyLedger, IdentifyLedger>();
        builder.Services.AddOperations();
        return builder;
    }

    /// <summary>Checks the settings, makes the database ready and starts.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong.</exception>
    /// <exception cref="DatabaseException">The database cannot be used.</exception>
    public static async Task StartFactBotAsync(this IHost host, CancellationToken cancel)
    {
        Validate(host.Services);
        var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        await DatabaseFile.PrepareAsync(host.Services, storage.Path, cancel);
        await host.StartAsync(cancel);
    }

    /// <summary>Several settings that are wrong are one failure, which names them all.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing, wrong or unknown.</exception>
    public static void Validate(IServiceProvider services)
    {
        if (UnknownSettings.In(services.GetRequiredService<IConfiguration>()).ToList() is { Count: > 0 } unknown)
        {
            throw new OptionsValidationException("", typeof(FactBotHost), unknown);
        }

        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException several)
        {
            var failures = several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(e => e.Failures);
            throw new OptionsValidationException("", typeof(FactBotHost), failures);
        }
    }

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddDbContext<SqliteDeskContext>((provider, options) => options
            .UseSqlite(DatabaseFile.ConnectionString(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path))
            // A save that met another one is tried again; what stays a failure is logged where it ends.
            .ConfigureWarnings(w => w.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug))));
        services.AddScoped<DeskContext>(provider => provider.GetRequiredService<SqliteDeskContext>());
    }

    private static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<DiscordHealth>();
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton<IVital>(p => new HealthVital("The connection to Discord", p.GetRequiredService<DiscordHealth>()));
        services.AddSingleton<IVital>(p => new HealthVital("The database", p.GetRequiredService<DatabaseHealth>()));
        services.AddHostedService<WebPort>();
        services.AddHostedService<GatewayWorker>();
    }

    private static void AddDiscordChat(this IServiceCollection services)
    {
        services.AddSingleton<IChat, DiscordChat>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<Undelivered>();
        services.AddSingleton<InteractionListener>();
        services.AddSingleton<InteractionPort>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<IDispatchListener, DispatchListener>();
    }
}
