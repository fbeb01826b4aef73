using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using FactBot.Pages;
using Microsoft.AspNetCore.Http;

namespace FactBot.Tests.Pages;

/// <summary>Addresses and redirects that lead to where no page may be fetched from.</summary>
public class HostileAddressTests
{
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://localhost/")]
    public async Task A_redirect_to_an_inside_address_is_refused(string inside)
    {
        await using var web = await TestWeb.OpenAsync("127.0.0.2");
        web.Redirects("/a", inside);
        await PageFetchTests.RefusedAsync(web, "/a", "leads to an address that is not on the public web");
    }

    [Theory]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:0.0.0.0]/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://127.0.0.1:0/")]
    public async Task An_address_that_nobody_can_connect_to_is_refused_in_a_sentence(string address)
    {
        foreach (var reach in new[] { PageReach.ThisMachine, PageReach.Internet.On().And("127.0.0.1/32") })
        {
            await using var web = await TestWeb.OpenAsync();
            await PageFetchTests.RefusedAsync(web, address, "could not be reached", reach);
            web.Redirects("/a", address).Redirects("/robots.txt", address);
            await PageFetchTests.RefusedAsync(web, "/a", "could not be reached", reach);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("https://127.0.0.1:22/")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:65535/")]
    public async Task A_page_at_another_port_is_refused_before_anything_is_sent_there(string elsewhere)
    {
        await using var web = await TestWeb.OpenAsync();
        var reach = PageReach.Internet.On(80, 443, web.Address.Port).And("127.0.0.1/32");
        var refusal = $"FactBot only reads pages at port 80 or 443 or {web.Address.Port}.";
        await PageFetchTests.RefusedAsync(web, elsewhere, refusal, reach);
        Assert.Equal(0, web.Connections);
        web.Redirects("/a", elsewhere);
        await PageFetchTests.RefusedAsync(web, "/a", refusal, reach);
    }

    [Fact]
    public async Task Robots_txt_is_not_followed_to_another_port()
    {
        await using var other = await TestWeb.OpenAsync();
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", "Hello").Redirects("/robots.txt", new Uri(other.Address, "/robots.txt").AbsoluteUri);
        Assert.NotNull((await web.FetchAsync("/a", PageReach.Internet.On(web.Address.Port).And("127.0.0.1/32"))).Page);
        Assert.Equal(0, other.Connections);
    }

    [Fact]
    public void Only_the_ports_of_the_web_are_allowed_unless_the_operator_names_more()
    {
        Assert.Equal([80, 443], new PagesOptions().PortNumbers);
        Assert.Equal([80, 443], PageReach.Internet.Ports);
        Assert.Equal([80, 8443], new PagesOptions { Ports = "80 ,8443" }.PortNumbers);
        Assert.True(PageReach.ThisMachine.MayTry(new Uri("http://127.0.0.1:5180/")));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_out_of_the_web_is_refused(string elsewhere)
    {
        await using var web = await TestWeb.OpenAsync();
        web.Redirects("/a", elsewhere);
        await PageFetchTests.RefusedAsync(web, "/a", "leads to something that is no web page");
    }

    [Fact]
    public async Task Without_leave_this_machine_is_out_of_reach_under_any_name()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", "inside");
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]" })
        {
            await PageFetchTests.RefusedAsync(web, $"http://{host}:{web.Address.Port}/a", "not on the public web", PageReach.Internet.On(web.Address.Port));
        }

        Assert.Equal(0, web.Connections);
    }

    [Fact]
    public async Task A_sandbox_reaches_its_own_machine_alone_and_looks_up_no_name()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", "inside");
        using var lookUps = new LookUps();
        Assert.NotNull((await web.FetchAsync("/a", PageReach.ThisMachine)).Page);
        await PageFetchTests.RefusedAsync(web, "https://sandbox.example/a", "could not be reached", PageReach.ThisMachine);
        Assert.Equal(0, lookUps.Of("sandbox.example"));
    }

    // The address that was held against the policy is the one connected to, since a name is looked up once a connection:
    // a name server that changes its answer in between has nobody to tell it to.
    [Fact]
    public async Task A_name_is_looked_up_once_for_each_connection_so_that_a_changed_answer_changes_nothing()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", "inside");
        using var lookUps = new LookUps();
        Assert.NotNull((await web.FetchAsync(
            $"http://localhost:{web.Address.Port}/a", PageReach.Internet.On(web.Address.Port).And("127.0.0.1/32", "::1/128"))).Page);
        Assert.Equal(web.Connections, lookUps.Of("localhost"));
    }

    /// <summary>Counts how often the system was asked for a name's addresses.</summary>
    private sealed class LookUps : EventListener
    {
        private readonly ConcurrentBag<string> names = [];

        public int Of(string name) => names.Count(n => n == name);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "ResolutionStart" && eventData.Payload is [string name, ..])
            {
                names?.Add(name);
            }
        }
    }
}
