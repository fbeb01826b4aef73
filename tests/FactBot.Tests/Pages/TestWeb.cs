using System.Net;
using FactBot.Domain.Articles;
using FactBot.Pages;
using FactBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Pages;

/// <summary>A web site on this machine, and a bot's way to fetch from it.</summary>
internal sealed class TestWeb : IAsyncDisposable
{
    // So long that only what never ends meets it.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private readonly WebApplication app;
    private readonly Dictionary<string, RequestDelegate> pages = [];
    private ServiceProvider? services;
    private int connections;

    private TestWeb(string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(address), 0, listen => listen.Use(next => async connection =>
        {
            Interlocked.Increment(ref connections);
            await next(connection);
        })));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What was asked for, with its headers, in order.</summary>
    public List<(string Path, IHeaderDictionary Headers)> Requests { get; } = [];

    public int Connections => connections;

    public static async Task<TestWeb> OpenAsync(string address = "127.0.0.1")
    {
        var web = new TestWeb(address);
        await web.app.StartAsync();
        web.Address = new Uri(web.app.Urls.First());
        return web;
    }

    /// <summary>Serves a page at a path.</summary>
    public TestWeb With(string path, RequestDelegate page)
    {
        pages[path] = page;
        return this;
    }

    public TestWeb With(string path, string body, string type = "text/html; charset=utf-8") => With(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    });

    public TestWeb Redirects(string path, string to, int status = 302) => With(path, context =>
    {
        (context.Response.StatusCode, context.Response.Headers.Location) = (status, to);
        return Task.CompletedTask;
    });

    /// <summary>Fetches one of its pages, or an address elsewhere; this site alone is within reach besides the internet.</summary>
    public Task<PageResult> FetchAsync(string page, PageReach? reach = null, PageVersion? known = null, TimeSpan? limit = null)
    {
        services?.Dispose();
        services = new ServiceCollection()
            .AddSingleton(reach ?? PageReach.Internet.On(80, 443, Address.Port, new Uri(Address, page).Port).And(Address.Host + "/32"))
            .AddSingleton(new PageLimits(limit ?? Long, Long))
            .AddLogging()
            .AddFactBot(RatingScales.Read(Path.Combine(AppContext.BaseDirectory, "config", "scales")))
            .BuildServiceProvider();
        return services.GetRequiredService<PageFetch>().FetchAsync(new Uri(Address, page), known ?? PageVersion.None, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        lock (Requests)
        {
            Requests.Add((path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        }

        if (pages.TryGetValue(path, out var page))
        {
            return page(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
