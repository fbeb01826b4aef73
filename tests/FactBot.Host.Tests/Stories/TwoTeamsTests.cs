using System.Text.Json.Nodes;

namespace FactBot.Host.Tests.Stories;

public class TwoTeamsTests
{
    [Fact]
    public async Task A_claim_of_another_team_is_unknown_and_stays_as_it_is()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        await newsroom.AddGuildAsync();
        var early = await newsroom.ThereAsync("Ben", "claim list", []);
        Assert.Contains("not set up here yet", early.ToJsonString(), StringComparison.Ordinal);
        await newsroom.SetUpThereAsync();
        var card = (await newsroom.CardAsync(1)).Text;
        foreach (var (command, options) in new (string, JsonObject)[]
        {
            ("claim show", new JsonObject { ["claim"] = "1" }),
            ("vote", new JsonObject { ["claim"] = "1", ["rating"] = "true", ["reason"] = "No business of theirs" }),
            ("evidence add", new JsonObject { ["claim"] = "1", ["url"] = "https://example.org/x", ["stance"] = "refutes" }),
        })
        {
            Assert.Contains("There is no claim", (await newsroom.ThereAsync("Ben", command, options))["message"]!["content"]!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(card, (await newsroom.CardAsync(1)).Text);
    }
}
