using FactBot.Chat;
using FactBot.Discord;
using FactBot.Discord.Gateway;
using FactBot.Health;
using FactBot.Host.Chat;
using FactBot.Host.Operations;
using FactBot.Host.Settings;
using FactBot.Host.Storage;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host;

/// <summary>Assembles the program: settings, use cases, Discord and database.</summary>
public static class FactBotHost
{
    /// <summary>
    /// Creates a builder with everything registered. Settings come from <c>config/factbot.json</c>, then from files in
    /// <c>/run/secrets</c> named after settings (<c>Discord__Token</c>), then from environment variables that start with
    /// <c>FACTBOT_</c>, then from the arguments. The last one wins.
    /// </summary>
    /// <exception cref="FormatException">A rating scale is unusable; the message names its file.</exception>
    public static HostApplicationBuilder CreateBuilder(string[] args)
    {
        // Without the defaults: a file or variable that exists for another program must not change the bot.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.AddSettings(SettingsPlaces.OfProgram, args);
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddFactBot(RatingScales.Read(Path.Combine(SettingsPlaces.OfProgram.Config, "scales")));
#if DISCORD_NET
        FactBot.DiscordNet.DiscordNetRegistration.AddDiscordNet(builder.Services);
#else
        builder.Services.AddDiscord();
#endif
        builder.Services.AddSqlite();
        builder.Services.AddDiscordChat();
        builder.Services.AddSingleton<IIdentifyLedger, IdentifyLedger>();
        builder.Services.AddSingleton<ISessionHandover, SessionHandover>();
        builder.Services.AddOperations();
        return builder;
    }

    /// <summary>Checks the settings, prepares the database and starts the bot.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong.</exception>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public static async Task StartFactBotAsync(this IHost host, CancellationToken cancellationToken)
    {
        Validate(host.Services);
        var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        await DatabaseFile.PrepareAsync(host.Services, storage.Path, cancellationToken);
        host.Services.GetRequiredService<DatabaseWatch>().Open();
        await host.Services.GetRequiredService<WebPort>().OpenAsync(cancellationToken);
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Checks all settings. Several faults are reported together, in one exception.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing, wrong or unknown.</exception>
    public static void Validate(IServiceProvider services)
    {
        if (SettingCheck.FindFaults(services.GetRequiredService<IConfiguration>()) is { Count: > 0 } faults)
        {
            throw new OptionsValidationException("", typeof(FactBotHost), faults);
        }
    }

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseGuard>();
        services.AddSingleton<DatabaseWatch>();
        services.AddHostedService(p => p.GetRequiredService<DatabaseWatch>());
        services.AddDbContext<SqliteFactBotDbContext>((provider, options) => options
            .UseSqlite(DatabaseFile.ConnectionString(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path))
            .AddInterceptors(provider.GetRequiredService<DatabaseGuard>())
            // A save that conflicts with another is retried; a failure that remains is logged where it is handled.
            .ConfigureWarnings(w => w.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug))));
        services.AddScoped<FactBotDbContext>(provider => provider.GetRequiredService<SqliteFactBotDbContext>());
    }

    private static void AddOperations(this IServiceCollection services)
    {
        // Supervisors wait ten seconds before they kill the program. Work unfinished by then would be lost either way.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(9));
        services.AddSingleton<DiscordHealth>();
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton(p => new NamedCheck("discord", p.GetRequiredService<DiscordHealth>()));
        services.AddSingleton(p => new NamedCheck("database", p.GetRequiredService<DatabaseHealth>()));
        services.AddSingleton(p => new NamedCheck("posts", ActivatorUtilities.CreateInstance<PostHealth>(p)));
        services.AddSingleton<IHealthProbe>(p => new HealthProbeCheck("The connection to Discord", p.GetRequiredService<DiscordHealth>()));
        services.AddSingleton<IHealthProbe>(p => new HealthProbeCheck("The database", p.GetRequiredService<DatabaseHealth>()));
        services.AddSingleton<WebPort>();
        services.AddHostedService(p => p.GetRequiredService<WebPort>());
        services.AddHostedService<GatewayWorker>();
    }

    private static void AddDiscordChat(this IServiceCollection services)
    {
        services.AddSingleton<IChat, DiscordChat>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<Undelivered>();
        services.AddSingleton<LetGo>();
        services.AddSingleton<SeenInteractions>();
        services.AddSingleton<InteractionListener>();
        services.AddSingleton<InteractionPort>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<IGatewayListener, GatewayListener>();
        services.AddSingleton<IDispatchListener, DispatchListener>();
    }
}
