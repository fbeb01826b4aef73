using FactBot.Chat;
using FactBot.Domain;
using FactBot.Host.Tests.Campaigns;
using FactBot.Sandbox;
using FactBot.Sandbox.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Sandbox;

public class PictureTests
{
    private static readonly Picture Picture = new(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, "Four bytes of a picture");

    [Fact]
    public async Task A_card_s_picture_is_uploaded_with_it_and_an_edit_leaves_exactly_what_the_new_card_has()
    {
        var folder = Directory.CreateTempSubdirectory("factbot-tests-");
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { NoBot = true }, null, TestContext.Current.CancellationToken);
        using var client = new SandboxClient(sandbox.Address);
        await using var bot = new StoppingBot(new Uri(sandbox.Address, "/api/v10"), Path.Combine(folder.FullName, "unused.db"), sandbox.Clock);
        var chat = bot.Services.GetRequiredService<IChat>();
        var digest = new ChannelId(ulong.Parse((string)(await client.PostAsync("people/Ada/messages", new() { ["channel"] = "digest", ["content"] = "Hi" }))["channel_id"]!, null));
        var card = new Card($"The desk") { Picture = Picture };

        var id = await chat.PostAsync(digest, new() { Card = card }, "nonce", CancellationToken.None);
        Assert.Equal("Four bytes of a picture", await OnlyDescriptionAsync());
        await chat.EditAsync(digest, id, new() { Card = card with { Picture = Picture with { AltText = "Another" } } }, CancellationToken.None);
        Assert.Equal("Another", await OnlyDescriptionAsync());
        await chat.EditAsync(digest, id, new() { Card = card with { Picture = null } }, CancellationToken.None);
        Assert.Empty((await client.MessagesAsync("digest"))[^1]["attachments"]!.AsArray());
        folder.Delete(recursive: true);

        async Task<string?> OnlyDescriptionAsync()
        {
            var message = (await client.MessagesAsync("digest"))[^1];
            Assert.Equal("attachment://picture.png", (string?)message["embeds"]![0]!["image"]!["url"]);
            return (string?)Assert.Single(message["attachments"]!.AsArray())!["description"];
        }
    }
}
