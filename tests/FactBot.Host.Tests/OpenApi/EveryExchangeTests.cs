using FactBot.Host.Tests.Stories;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>A rich day of a team, every byte of it held against Discord's own description of its API.</summary>
public sealed class EveryExchangeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_exchange_is_held_against_discords_own_document()
    {
        Assert.SkipWhen(DiscordDocument.Here is null, DiscordDocument.Absence);
        var document = DiscordDocument.Here!;
        var check = new TrafficCheck(document);
        await using var newsroom = await Newsroom.OpenAsync();
        await RichDay.PlayAsync(newsroom);

        check.Read(await newsroom.Client.GetTextAsync("stage/traffic"));
        output.WriteLine(check.Coverage.Describe(document));
        check.AssertNoFindings();
        Assert.Equal(["command", "completion", "component", "form"], check.Coverage.Interactions);
        Assert.True(check.Coverage.Routes >= 7, $"only {check.Coverage.Routes} routes");
        Assert.Equal([1, 2, 3, 4, 18], check.Coverage.ComponentTypes);
    }
}
