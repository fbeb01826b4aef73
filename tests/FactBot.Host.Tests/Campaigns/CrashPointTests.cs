namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// The bot stopped dead between any two steps of posting, again and again, while Discord fails and answers are lost.
/// FACTBOT_CRASHES sets how many runs (2,000 for a full campaign), FACTBOT_CRASHES_SEED the first.
/// </summary>
public class CrashPointTests(ITestOutputHelper output)
{
    private const string OneOfEach = "#1 with 3, #2 with 3; 1 verdict, 1 digest";

    private static readonly string[] Faults = ["http500", "loseResponse"];

    private static readonly TimeSpan[] Downtimes =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6),
        TimeSpan.FromMinutes(40),
    ];

    [Fact]
    public async Task Stopped_at_any_step_it_posts_exactly_one_of_each()
    {
        var room = await PostingRoom.OpenAsync();
        var stops = 0;
        try
        {
            var first = CampaignTests.Setting("FACTBOT_CRASHES_SEED", 1);
            for (var seed = first; seed < first + CampaignTests.Setting("FACTBOT_CRASHES", 12); seed++)
            {
                if (!room.IsFresh)
                {
                    await room.DisposeAsync();
                    room = await PostingRoom.OpenAsync();
                }

                var diary = new List<string>();
                stops += await PlayAsync(room, seed, diary);
                var found = await room.LookAsync();
                Assert.True(found == OneOfEach, $"Seed {seed}: {found}\n{string.Join("\n", diary)}");
            }

            output.WriteLine($"{stops} stops");
        }
        finally
        {
            await room.DisposeAsync();
        }
    }

    [Fact]
    public async Task Stopped_at_each_step_in_turn_it_posts_exactly_one_of_each()
    {
        await using var room = await PostingRoom.OpenAsync();
        int steps;
        await using (var undisturbed = room.StartBot("undisturbed", null))
        {
            await undisturbed.SettleAsync();
            steps = undisturbed.Steps;
            Assert.Equal(OneOfEach, await room.LookAsync());
        }

        // Every step where a campaign is asked for, else some spread over the way.
        var stride = Environment.GetEnvironmentVariable("FACTBOT_CRASHES") is null ? 9 : 1;
        for (var step = 1; step <= steps && room.IsFresh; step += stride)
        {
            await StopAtAsync(room, $"step-{step}", step);
            await FinishAsync(room, $"step-{step}");
            var found = await room.LookAsync();
            Assert.True(found == OneOfEach, $"Stopped at step {step} of {steps}: {found}");
        }

        output.WriteLine($"{steps} steps");
    }

    /// <summary>A few stops at random steps, with faults and downtimes between; tells how many there were.</summary>
    private static async Task<int> PlayAsync(PostingRoom room, int seed, List<string> diary)
    {
        var random = new Random(seed);
        var stops = 0;
        for (var life = random.Next(1, 5); life > 0; life--)
        {
            foreach (var fault in Faults.Where(_ => random.Next(2) == 0))
            {
                var count = random.Next(1, 5);
                diary.Add($"{fault} {count}");
                await room.FaultAsync(fault, count);
            }

            var at = random.Next(1, 90);
            stops += await StopAtAsync(room, $"seed-{seed}", at) ? 1 : 0;
            var downtime = Downtimes[random.Next(Downtimes.Length)];
            diary.Add($"stopped at step {at}, down for {downtime}");
            room.Pass(downtime);
        }

        foreach (var fault in Faults)
        {
            await room.FaultAsync(fault, 0);
        }

        await FinishAsync(room, $"seed-{seed}");
        return stops;
    }

    private static async Task<bool> StopAtAsync(PostingRoom room, string run, int step)
    {
        await using var bot = room.StartBot(run, step);
        await bot.SettleAsync();
        return bot.HasStopped;
    }

    /// <summary>Long enough for whatever waits after a failure.</summary>
    private static async Task FinishAsync(PostingRoom room, string run)
    {
        await using var bot = room.StartBot(run, null);
        for (var i = 0; i < 4; i++)
        {
            await bot.SettleAsync();
            room.Pass(TimeSpan.FromMinutes(5.5));
        }

        await bot.SettleAsync();
    }
}
