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
    /// Adds FactBot's services. They need a <see cref="FactBotDbContext"/> with a database and an <see cref="IChat"/>.
    /// </summary>
    public static IServiceCollection AddFactBot(this IServiceCollection services, RatingScales scales)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(scales);
        services.AddSingleton<WriteTurn>();
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<RoleObservations>();
        services.AddSingleton<CostlyUses>();
        services.AddSingleton<ForgottenUses>();
        services.AddScoped<DailyQuota>();
        services.AddScoped<ReviewerDirectory>();
        services.AddPages();
        services.AddScoped<ArticleLook>();
        services.AddScoped<DueLooks>();
        services.AddSingleton<ArticleWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ArticleWatch>());
        services.AddScoped<DueDigests>();
        services.AddScoped<DueRounds>();
        services.AddScoped<ReportReader>();
        services.AddScoped<DueReminders>();
        services.AddScoped<DueClaims>();
        services.AddScoped<DueTimes>();
        services.AddScoped<DuePosts>();
        services.AddScoped<PostContents>();
        services.AddScoped<PostPublisher>();
        services.AddSingleton<PostQueues>();
        services.AddSingleton<DueWorkLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<DueWorkLoop>());
        services.AddScoped<StatsReader>();
        services.AddScoped<SourceArchive>();
        services.AddSingleton<ArchiveLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ArchiveLoop>());
        services.AddOptions<PrivacyOptions>();
        services.AddSingleton<RetentionLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionLoop>());
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
