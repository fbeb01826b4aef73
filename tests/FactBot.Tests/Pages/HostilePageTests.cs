using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.IO.Compression;
using System.Text;
using FactBot.Pages;
using Microsoft.AspNetCore.Http;

namespace FactBot.Tests.Pages;

public class HostilePageTests
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

    [Fact]
    public async Task A_bomb_is_given_up_when_it_has_unfolded_to_five_megabytes()
    {
        await using var web = await TestWeb.OpenAsync();
        var bomb = Bomb(megabytes: 500);
        Assert.True(bomb.Length < PageFetch.MaxBytes);
        web.With("/a", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });
        await PageFetchTests.RefusedAsync(web, "/a", "larger than 5 MB");

        using var packed = new CountedStream(bomb);
        using var content = new StreamContent(packed) { Headers = { ContentEncoding = { "gzip" } } };
        Assert.Null(await PageBody.ReadAsync(content, PageFetch.MaxBytes, TestContext.Current.CancellationToken));
        Assert.InRange(packed.Taken, 1, bomb.Length / 10);
    }

    [Fact]
    public async Task A_page_that_never_ends_is_given_up_when_it_is_too_large()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", async context =>
        {
            var chunk = Encoding.UTF8.GetBytes(new string('a', 64 * 1024));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });
        await PageFetchTests.RefusedAsync(web, "/a", "larger than 5 MB");
    }

    [Fact]
    public async Task A_page_that_never_comes_is_given_up_when_the_time_is_over()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", async context =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await PageFetchTests.RefusedAsync(web, "/a", "did not send the page in time", limit: TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("compress")]
    public async Task Content_that_is_not_packed_as_it_says_is_refused(string encoding)
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.WriteAsync("this is not packed at all");
        });
        await PageFetchTests.RefusedAsync(web, "/a", "in a form that cannot be read");
    }

    [Theory]
    [InlineData(3, "gzip, ")]
    [InlineData(20_000, "br,")]
    public async Task Content_that_is_packed_more_than_twice_is_refused(int times, string encoding)
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.Headers.ContentEncoding = string.Concat(Enumerable.Repeat(encoding, times)).TrimEnd(' ', ',');
            return context.Response.WriteAsync("Hello");
        });
        await PageFetchTests.RefusedAsync(web, "/a", "in a form that cannot be read");
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("br, gzip")]
    [InlineData("br")]
    public async Task Little_that_unfolds_to_much_on_the_way_is_given_up(string encodings)
    {
        await using var web = await TestWeb.OpenAsync();
        var bomb = encodings.Split(", ").Aggregate((byte[]?)null, (inner, encoding) => Packed(encoding, inner))!;
        Assert.InRange(bomb.Length, 1, 512 * 1024);
        web.With("/a", context =>
        {
            context.Response.Headers.ContentEncoding = encodings;
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });
        await PageFetchTests.RefusedAsync(web, "/a", "larger than 5 MB");
    }

    [Fact]
    public async Task What_unfolds_to_nothing_is_given_up_too()
    {
        // A gigabyte of empty blocks, which a second unfolding would go through to the end.
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            byte[] empty = [0, 0, 0, 0xFF, 0xFF];
            var chunk = Enumerable.Repeat(empty, 200_000).SelectMany(b => b).ToArray();
            gzip.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]);
            for (var i = 0; i < 100; i++)
            {
                gzip.Write(chunk);
            }
        }

        using var content = new StreamContent(new MemoryStream(packed.ToArray())) { Headers = { ContentEncoding = { "gzip", "gzip" } } };
        Assert.Null(await PageBody.ReadAsync(content, PageFetch.MaxBytes, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Content_packed_twice_is_read()
    {
        await using var web = await TestWeb.OpenAsync();
        web.With("/a", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip, br";
            return context.Response.Body.WriteAsync(Packed("br", Packed("gzip", "Hello"u8.ToArray()))).AsTask();
        });
        Assert.Equal("Hello"u8.ToArray(), (await web.FetchAsync("/a")).Page!.Bytes);
    }

    [Fact]
    public async Task Rules_made_to_take_long_are_held_against_a_page_in_no_time()
    {
        await using var web = await TestWeb.OpenAsync();
        var path = "/" + new string('a', 3_000);
        var rules = new StringBuilder("User-agent: *\n");
        while (rules.Length < Robots.MaxBytes - 3_000)
        {
            rules.Append("Disallow: /").Insert(rules.Length, "*a", 900).Append("b\n");
        }

        web.With("/robots.txt", rules.ToString(), "text/plain").With(path, "Hello");
        Assert.NotNull((await web.FetchAsync(path)).Page);
    }

    /// <summary>The content, or half a gigabyte of nothing, packed.</summary>
    private static byte[] Packed(string encoding, byte[]? content)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
        {
            for (var i = 0; i < (content is null ? 512 : 1); i++)
            {
                stream.Write(content ?? new byte[1024 * 1024]);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            var megabyte = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(megabyte);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Counts how many bytes were taken of it.</summary>
    private sealed class CountedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int Taken { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Taken += read;
            return read;
        }
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
