using System.IO.Compression;
using System.Text;
using FactBot.Pages;
using Microsoft.AspNetCore.Http;

namespace FactBot.Tests.Pages;

/// <summary>Pages that send too much, never end, or aren't packed as they say.</summary>
public class HostilePageTests
{
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
}
