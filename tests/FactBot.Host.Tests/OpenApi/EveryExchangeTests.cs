using FactBot.Host.Tests.Sandbox;
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
        check.Read(await UseEveryComponentAsync());
        output.WriteLine(check.Coverage.Describe(document));
        check.AssertNoFindings();
        Assert.Equal(["command", "completion", "component", "form"], check.Coverage.Interactions);
        Assert.True(check.Coverage.Routes >= 7, $"only {check.Coverage.Routes} routes");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 10, 18, 19, 21, 22, 23], check.Coverage.ComponentTypes);
    }

    /// <summary>The traffic of the kinds that no command uses yet, less the registration of the test's own commands.</summary>
    private static async Task<string> UseEveryComponentAsync()
    {
        await using var play = await Play.StartAsync();
        await EveryComponent.UseAllAsync(play);
        var traffic = await play.Bot.Http.GetStringAsync(new Uri("/stage/traffic", UriKind.Relative));
        return string.Join('\n', traffic.Split('\n').Where(line => !line.Contains("\"method\":\"PUT\"", StringComparison.Ordinal)));
    }
}
