using System.Net;
using FactBot.Discord.Rest;
using FactBot.Discord.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace FactBot.Discord.Tests.Rest;

public sealed class DownloadTests
{
    private const string File = "GET /attachments/1/article.txt";

    [Fact]
    public async Task A_file_is_fetched_without_the_token()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(File, 200, "twelve bytes");
        await using var client = new Client(discord);

        var bytes = await DownloadAsync(client, discord, 12);

        Assert.Equal("twelve bytes"u8.ToArray(), bytes);
        Assert.DoesNotContain("Authorization", Assert.Single(discord.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_larger_than_allowed_is_refused(bool saysItsLength)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(File, async context =>
        {
            if (saysItsLength)
            {
                context.Response.ContentLength = 13;
            }

            await context.Response.WriteAsync("twelve ");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("bytes+");
        });
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => DownloadAsync(client, discord, 12));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, failure.Status);
    }

    [Fact]
    public async Task A_file_that_has_expired_is_an_error()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(File, 404, "This content is no longer available.");
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => DownloadAsync(client, discord, 12));

        Assert.Equal(HttpStatusCode.NotFound, failure.Status);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_an_error()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Answers(File, async context =>
        {
            context.Response.ContentLength = 12;
            await context.Response.WriteAsync("twelve");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var client = new Client(discord);

        var failure = await Assert.ThrowsAsync<DiscordApiException>(() => DownloadAsync(client, discord, 12));

        Assert.Null(failure.Status);
    }

    private static Task<byte[]> DownloadAsync(Client client, FakeDiscord discord, long maxBytes) =>
        client.Rest.DownloadAsync(
            new Uri(discord.Url + "/attachments/1/article.txt"), maxBytes, CancellationToken.None);
}
