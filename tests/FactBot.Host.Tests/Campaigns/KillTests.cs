using FactBot.Host.Tests.Stories;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// The bot's process is killed at random moments while people work, and started again. FACTBOT_KILLS sets how often (500 for
/// a full campaign), FACTBOT_KILLS_SEED the first seed.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>So that no day's budget of sessions is used up.</summary>
    private const int AtOneDesk = 100;

    [Fact]
    public async Task Killed_at_any_moment_under_load_the_bot_has_every_acknowledged_change_once()
    {
        var kills = CampaignTests.Setting("FACTBOT_KILLS", 4);
        var seed = CampaignTests.Setting("FACTBOT_KILLS_SEED", 1);
        for (; kills > 0; kills -= AtOneDesk, seed++)
        {
            using var host = new HostProcess();
            await using var newsroom = await Newsroom.OpenAsync(hasBot: false, at: TimeProvider.System.GetUtcNow());
            var run = new KillRun(newsroom, host, seed);
            await run.PlayAsync(Math.Min(kills, AtOneDesk));
            var wrong = await run.JudgeAsync();
            Assert.True(wrong.Count == 0, $"Seed {seed}: {string.Join("\n", wrong)}");
            output.WriteLine($"Seed {seed}: {run.Describe()}");
        }
    }
}
