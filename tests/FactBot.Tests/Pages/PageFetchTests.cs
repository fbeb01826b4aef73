using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;
using Microsoft.AspNetCore.Http;

namespace FactBot.Tests.Pages;

public class PageFetchTests
{
    [Fact]
    public async Task A_page_is_fetched_with_an_honest_name_and_nothing_else_about_us()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.Headers.SetCookie = "seen=yes";
            context.Response.Headers.ETag = "\"v1\"";
            return context.Response.WriteAsync("Hello");
        });
        var page = (await web.FetchAsync("/a")).Page!;
        Assert.Equal(("Hello", "\"v1\""), (Encoding.UTF8.GetString(page.Bytes), page.Version.ETag));
        await web.FetchAsync("/a");
        Assert.All(web.Requests, r =>
        {
            Assert.StartsWith("FactBot/", r.Headers.UserAgent.ToString(), StringComparison.Ordinal);
            Assert.Equal(0, r.Headers.Cookie.Count);
            Assert.Equal(0, r.Headers.Authorization.Count);
            Assert.Equal(0, r.Headers["X-Forwarded-For"].Count);
        });
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"v1\"" ? 304 : 200;
            return Task.CompletedTask;
        });
        var known = (await web.FetchAsync("/a")).Page!.Version;
        Assert.True((await web.FetchAsync("/a", known: known)).IsUnchanged);
    }

    [Fact]
    public async Task Redirects_are_followed_five_times_and_what_the_address_holds_in_secret_is_left_out()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/5", "there");
        for (var i = 0; i < 5; i++)
        {
            web.Redirects($"/{i}", $"//ada:secret@{web.Address.Authority}/{i + 1}#part");
        }

        var page = (await web.FetchAsync("/0")).Page!;
        Assert.Equal(new Uri(web.Address, "/5"), page.Address);
        Assert.DoesNotContain(web.Requests, r => r.Headers.Authorization.Count > 0);
        web.Redirects("/start", "/0");
        await RefusedAsync(web, "/start", "redirects more than 5 times");
    }

    [Theory]
    [InlineData(401, "does not show that page to everybody")]
    [InlineData(403, "does not show that page to everybody")]
    [InlineData(404, "has no such page")]
    [InlineData(500, "answered with an error (status 500)")]
    // Asked for no version, it has said nothing by that it is unchanged.
    [InlineData(304, "answered with an error (status 304)")]
    public async Task What_is_no_page_is_told_in_a_sentence(int status, string expected)
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var result = await web.FetchAsync("/a");
        Assert.Null(result.Page);
        Assert.False(result.IsUnchanged);
        Assert.Contains(expected, result.WhyNot?.ToString() ?? "");
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: FactBot\nAllow: /", true)]
    [InlineData("User-agent: factbot\nDisallow: /articles/*/print$\n", true)]
    [InlineData("User-agent: factbot\nDisallow: /articles/*.html$\n", false)]
    [InlineData("User-agent: *\nDisallow: /articles/\nAllow: /articles/a.html", true)]
    [InlineData("User-agent: other\nDisallow: /\nUser-agent: other2\nUser-agent: *\nDisallow: /articles", false)]
    [InlineData("Disallow: /\n<html>not robots at all", true)]
    public async Task A_site_says_in_robots_txt_what_may_be_read(string robots, bool isAllowed)
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/robots.txt", robots, "text/plain").With("/articles/a.html", "Hello");
        var result = await web.FetchAsync("/articles/a.html");
        Assert.Equal(isAllowed, result.Page is not null);
        Assert.Equal(isAllowed, web.Requests.Any(r => r.Path == "/articles/a.html"));
        Assert.Contains(isAllowed ? "" : "robots.txt says so", result.WhyNot?.ToString() ?? "");
    }

    [Fact]
    public async Task A_site_whose_rules_cannot_be_had_now_is_left_alone()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", "Hello").With("/robots.txt", context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await RefusedAsync(web, "/a", "robots.txt");
    }

    [Fact]
    public async Task A_site_that_is_not_there_fails_in_a_sentence()
    {
        Uri gone;
        await using (var web = await TestWeb.OpenAsync())
        {
            gone = web.Address;
        }

        await using var other = await TestWeb.OpenAsync();
        Assert.Contains("could not be reached", (await other.FetchAsync(gone.AbsoluteUri)).WhyNot!.ToString());
    }

    internal static async Task RefusedAsync(TestWeb web, string page, string expected, PageReach? reach = null, TimeSpan? limit = null)
    {
        var result = await web.FetchAsync(page, reach, limit: limit);
        Assert.Null(result.Page);
        Assert.Contains(expected, result.WhyNot!.ToString());
    }
}
