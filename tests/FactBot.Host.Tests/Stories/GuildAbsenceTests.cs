using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Stories;

/// <summary>Discord tells of an outage and of a kick by the same event; neither is a wish to have anything deleted.</summary>
public class GuildAbsenceTests
{
    [Theory]
    [InlineData("outage")]
    [InlineData("kicked")]
    public async Task Nothing_is_deleted_and_the_desk_goes_on_when_the_server_is_back(string absence)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        var card = await newsroom.CardAsync(1);
        var before = newsroom.Database.CountRows();

        await PutAsync(newsroom, absence);
        await newsroom.Client.RestartAsync();
        await newsroom.Client.AdvanceAsync(TimeSpan.FromHours(22));
        Assert.Empty(await newsroom.ReadAsync("digest"));
        var during = newsroom.Database.CountRows();
        Assert.All(before, table => Assert.True(during[table.Key] >= table.Value, $"{table.Key}: {table.Value} rows, then {during[table.Key]}"));
        Assert.Equal(before["Claims"], during["Claims"]);

        await PutAsync(newsroom, "here");
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Single(await newsroom.ReadAsync("digest"));
        Assert.Contains("#1 is yours", (await newsroom.Ben.PressesAsync("Take", card)).Text, StringComparison.Ordinal);
        await newsroom.Client.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.NotEqual(card.Text, (await newsroom.CardAsync(1)).Text);
        Assert.Contains("#1", (await newsroom.Ben.AsksAsync("queue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_server_is_served_meanwhile()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Client.PostAsync("stage/guilds", new JsonObject { ["name"] = "Other newsroom" });
        await newsroom.Client.PostAsync("stage/presence", new JsonObject { ["guild"] = "Other newsroom", ["state"] = "outage" });
        Assert.Contains("Claim #1", (await newsroom.Fay.SubmitsAsync("The tram has 14 stops.")).Text, StringComparison.Ordinal);
        await newsroom.CardAsync(1);
    }

    private static Task<JsonObject> PutAsync(Newsroom newsroom, string state) =>
        newsroom.Client.PostAsync("stage/presence", new JsonObject { ["state"] = state });
}
