using FactBot.Domain.Claims;

namespace FactBot.Tests.Claims;

/// <summary>
/// Random days of random people, each repeated by its seed. FACTBOT_RANDOM_DAYS sets how many (300 for a campaign),
/// FACTBOT_RANDOM_DAYS_SEED the first.
/// </summary>
public class RandomDaysTests(ITestOutputHelper output)
{
    private const int StepsInADay = 120;

    [Fact]
    public async Task Whatever_people_do_no_claim_leaves_the_stages_no_ballot_is_lost_and_nothing_sealed_is_shown()
    {
        var first = Campaign.Setting("FACTBOT_RANDOM_DAYS_SEED", 0);
        var seen = new HashSet<Stage>();
        var sealedSteps = 0;
        for (var seed = first; seed < first + Campaign.Setting("FACTBOT_RANDOM_DAYS", 4); seed++)
        {
            await using var day = await RandomDay.BeginAsync(seed);
            try
            {
                for (var step = 0; step < StepsInADay; step++)
                {
                    await day.StepAsync();
                }

                await day.EndAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}\n{day.Diary}", e);
            }

            seen.UnionWith(day.Seen);
            sealedSteps += day.Sealed;
            output.WriteLine($"Seed {seed}: {day.Done} done, {day.Sealed} times something was sealed, stages {string.Join(", ", day.Seen.Order())}");
        }

        // The days would prove little if they never came that far.
        Assert.Contains(Stage.Published, seen);
        Assert.True(sealedSteps > StepsInADay / 4, $"only {sealedSteps} times something was sealed");
    }
}
