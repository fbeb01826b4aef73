using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Files that a bot sends, and the addresses at which it finds them.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task Files_of_more_than_25_mebibytes_together_are_refused()
    {
        await using var play = await Play.StartAsync();
        var part = new byte[9 * 1024 * 1024];
        var refused = await UploadAsync(play, part, part, part);
        Assert.Equal((413, 40005L), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task An_address_is_signed_and_good_for_a_day_and_asking_for_the_message_again_gives_another()
    {
        await using var play = await Play.StartAsync();
        var message = (await UploadAsync(play, "abc"u8.ToArray())).Body;
        var address = AddressIn(message);
        Assert.Equal("abc", await play.Bot.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal(404, await StatusOfAsync(play, new Uri(address.GetLeftPart(UriPartial.Path))));

        play.Sandbox.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(404, await StatusOfAsync(play, address));
        var again = await play.Bot.CallAsync("GET", $"channels/{Play.Newsroom}/messages/{message.Text("id")}");
        Assert.Equal(200, await StatusOfAsync(play, AddressIn(again.Body)));
    }

    private static Uri AddressIn(JsonNode? message) => new(message.Maps("attachments").Single().Text("url")!);

    private static async Task<int> StatusOfAsync(Play play, Uri address)
    {
        using var response = await play.Bot.Http.GetAsync(address, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task<RestReply> UploadAsync(Play play, params byte[][] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "payload_json" } };
        foreach (var (i, content) in files.Index())
        {
            form.Add(new ByteArrayContent(content), $"files[{i}]", $"ä {i}.txt");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v10/channels/{Play.Newsroom}/messages") { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", "Bot sandbox");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://factbot.example, 1)");
        return await play.Bot.SendAsync(request);
    }
}
