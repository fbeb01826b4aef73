using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Digests;
using FactBot.Documents;
using FactBot.Evidence;
using FactBot.Pages;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Quotas;
using FactBot.Reminders;
using FactBot.Stats;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Votes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FactBot;

public static class FactBotServices
{
    /// <summary>
    /// Adds FactBot's services. They need a <see cref="DeskContext"/> with a database and an <see cref="IChat"/>.
    /// </summary>
    public static IServiceCollection AddFactBot(this IServiceCollection services, RatingScales scales)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(scales);
        services.AddSingleton<WriteTurn>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<Sightings>();
        services.AddSingleton<CostlyUses>();
        services.AddScoped<Roster>();
        services.AddPages();
        services.AddScoped<ArticleLook>();
        services.AddScoped<DueLooks>();
        services.AddSingleton<ArticleWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ArticleWatch>());
        services.AddScoped<DueDigests>();
        services.AddScoped<DueRounds>();
        services.AddScoped<ReportReader>();
        services.AddScoped<DueReminders>();
        services.AddScoped<DuePosts>();
        services.AddScoped<PostContents>();
        services.AddScoped<Mirror>();
        services.AddSingleton<PostLanes>();
        services.AddSingleton<DeskLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskLoop>());
        services.AddScoped<StatsReader>();
        services.AddScoped<SourceArchive>();
        services.AddSingleton<ArchiveLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ArchiveLoop>());
        services.AddOptions<PrivacyOptions>();
        services.AddSingleton<KeepingWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepingWatch>());
        services.AddSingleton<ErasureLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureLoop>());
        return services;
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddOptions<PagesOptions>();
        services.TryAddSingleton(provider => PageReach.Internet.On(provider.GetRequiredService<IOptions<PagesOptions>>().Value.PortNumbers));
        services.TryAddSingleton(FetchLimits.Usual);
        services.AddSingleton<FetchPlaces>();
        services.TryAddSingleton(PageLimits.Usual);
        services.AddSingleton<PageFetch>();
        services.TryAddSingleton(ReaderProgram.Beside);
        services.AddSingleton<DocumentReader>();
        services.AddHttpClient(PageFetch.ClientName, PageFetch.Configure)
            // The default loggers write URLs, which can contain text from people.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<PageReach>().NewHandler());
    }
}
