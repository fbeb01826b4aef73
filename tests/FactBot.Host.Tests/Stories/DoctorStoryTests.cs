using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

public class DoctorStoryTests
{
    [Fact]
    public async Task The_doctor_names_what_the_bot_may_not_do_and_what_waits_and_sends_it_out_once_it_may()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var well = await newsroom.Ada.AsksAsync("desk doctor");
        Assert.Contains("The desk is well", well.Text, StringComparison.Ordinal);
        Assert.Contains("The connection to Discord works", well.Text, StringComparison.Ordinal);
        Assert.Contains("The database works", well.Text, StringComparison.Ordinal);

        await DenyAsync(newsroom, "SEND_MESSAGES", "EMBED_LINKS");
        await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
        var ill = (await newsroom.Ada.AsksAsync("desk doctor")).Text;
        Assert.Contains("lacks **Send Messages, Embed Links**", ill, StringComparison.Ordinal);
        Assert.Contains("1 card waits, as FactBot may not write there", ill, StringComparison.Ordinal);
        Assert.Empty(await newsroom.ReadAsync("review"));

        await DenyAsync(newsroom, "VIEW_CHANNEL");
        Assert.Contains("lacks **View Channel**", (await newsroom.Ada.AsksAsync("desk doctor")).Text, StringComparison.Ordinal);
        await DenyAsync(newsroom);
        await newsroom.Ada.AsksAsync("desk doctor");
        await newsroom.CardAsync(1);
        Assert.Contains("The desk is well", (await newsroom.Ada.AsksAsync("desk doctor")).Text, StringComparison.Ordinal);
    }

    private static Task<JsonObject> DenyAsync(Newsroom newsroom, params string[] permissions) => newsroom.Client.PostAsync(
        "stage/permissions",
        new JsonObject { ["channel"] = "review", ["role"] = "FactBot", ["deny"] = new JsonArray([.. permissions.Select(p => JsonValue.Create(p))]) });
}
