namespace FactBot.Tests.Claims;

/// <summary>
/// Games of adversaries against the seal, each repeated by its seed. FACTBOT_SEAL_GAMES sets how many (10000 for a campaign),
/// FACTBOT_SEAL_GAMES_SEED the first.
/// </summary>
public class SealGamesTests(ITestOutputHelper output)
{
    private const int GamesOnOneDesk = 200;

    [Fact]
    public async Task Before_a_round_closes_nobody_s_view_depends_on_what_others_voted()
    {
        var first = Campaign.Setting("FACTBOT_SEAL_GAMES_SEED", 0);
        var games = Campaign.Setting("FACTBOT_SEAL_GAMES", 40);
        var (differing, compared, closed) = (0, 0, 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, games).Chunk(Math.Clamp(games / 2, 1, GamesOnOneDesk)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seeds, _) =>
            {
                await using var one = await TestDesk.BareAsync(SealStarts.Change);
                await using var other = await TestDesk.BareAsync(SealStarts.Change);
                foreach (var seed in seeds)
                {
                    var game = await SealGame.BeginAsync(seed, one, other);
                    try
                    {
                        await game.PlayAsync();
                    }
                    catch (Exception e)
                    {
                        throw new InvalidOperationException($"Seed {seed}: {e.Message}\n{game.Diary}", e);
                    }

                    Interlocked.Add(ref differing, game.Differing);
                    Interlocked.Add(ref compared, game.Compared);
                    Interlocked.Add(ref closed, game.Closed ? 1 : 0);
                }
            });
        output.WriteLine($"{games} games from seed {first}: {differing} votes differed, {compared} views were compared, {closed} games ended with their round");

        // Games without different votes, or that never look, would prove nothing.
        Assert.True(differing > games && compared > games * 5 && closed > games / 20, $"{differing} votes, {compared} views, {closed} closed");
    }
}
