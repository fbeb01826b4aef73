using System.Globalization;
using FactBot.Host.Tests.Stories;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// Random days with random faults, each repeated by its seed. FACTBOT_CAMPAIGN sets how many (300 for a full campaign),
/// FACTBOT_CAMPAIGN_SEED the first.
/// </summary>
public class CampaignTests(ITestOutputHelper output)
{
    private const int InteractionsInARun = 40;

    [Fact]
    public async Task Whatever_fails_nothing_is_acknowledged_late_or_twice_and_no_effect_is_lost_or_doubled()
    {
        var first = Setting("FACTBOT_CAMPAIGN_SEED", 1);
        for (var seed = first; seed < first + Setting("FACTBOT_CAMPAIGN", 4); seed++)
        {
            await using var newsroom = await Newsroom.OpenAsync();
            var run = new CampaignRun(newsroom, seed);
            await run.PlayAsync(InteractionsInARun);
            var wrong = await run.JudgeAsync();
            Assert.True(wrong.Count == 0, $"Seed {seed}: {string.Join("\n", wrong)}\n{string.Join("\n", run.Diary)}");
            output.WriteLine($"Seed {seed}: {run.Describe()}");
        }
    }

    internal static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
