using FactBot.Chat;
using FactBot.Domain.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Claims;

/// <summary>
/// Two people who press at the same moment, in seeded orders of their steps. FACTBOT_INTERLEAVINGS sets how many are
/// played (1000 for all), FACTBOT_INTERLEAVINGS_SEED the first.
/// </summary>
public class ConcurrencyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_two_people_at_the_same_moment_each_gets_it_or_is_told_and_nothing_is_half_done()
    {
        var first = Campaign.Setting("FACTBOT_INTERLEAVINGS_SEED", 0);
        var endings = new List<string>();
        for (var seed = first; seed < first + Campaign.Setting("FACTBOT_INTERLEAVINGS", 25); seed++)
        {
            endings.Add(await PlayAsync(Meetings.All[seed % Meetings.All.Count], seed));
        }

        foreach (var (ending, count) in endings.CountBy(e => e).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count} × {ending}");
        }
    }

    [Fact]
    public async Task The_same_press_that_comes_twice_at_the_same_moment_is_done_once()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var interleaving = new Interleaving();
            await using var desk = await OpenAsync(interleaving);
            await desk.OpenClaimAsync();
            var press = desk.RequestOf(desk.Ben, "vote", ("claim", "1"), ("rating", "true"), ("reason", "I read it"));
            Task<Reply> Press() => desk.Router.RunAsync(press, CancellationToken.None);
            var replies = await interleaving.PlayAsync(seed, Press, Press);
            Assert.Single(replies, r => r.Answer().Contains("done already", StringComparison.Ordinal));
            Assert.Single((await desk.ClaimAsync(1)).Ballots);
        }
    }

    private static async Task<string> PlayAsync(Meeting meeting, int seed)
    {
        var interleaving = new Interleaving();
        await using var desk = await OpenAsync(interleaving);
        await meeting.Before(desk);
        var entries = await desk.LookAsync(db => db.Audit.CountAsync());

        var replies = await interleaving.PlayAsync(seed, () => meeting.One(desk), () => meeting.Other(desk));

        var what = $"Seed {seed}, {meeting.Name}, in the order {interleaving.Order}: {replies[0].Text} / {replies[1].Text}";
        var claim = await desk.ClaimAsync(1);
        var outcome = meeting.Outcomes.FirstOrDefault(o => o.One == !replies[0].IsRefusal && o.Other == !replies[1].IsRefusal);
        Assert.True(outcome is not null, $"{what}: it must not end so");
        Assert.True(outcome.Holds(claim), $"{what}: the claim is {claim.Stage}, which does not follow");
        var heads = await desk.LookAsync(db => db.Audit.CountAsync(e => e.RequestId != null && e.Number > entries));
        Assert.True(heads == replies.Count(r => !r.IsRefusal), $"{what}: {heads} were recorded");
        await desk.SettleAsync();
        Assert.Contains(desk.Chat.In(TestDesk.Review), m => $"{m.Card.Title}" == $"#1 · {claim.Stage}");
        try
        {
            await desk.AssertReplayAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(what, e);
        }

        return $"{meeting.Name}: {(outcome.One ? "done" : "told")}, {(outcome.Other ? "done" : "told")}";
    }

    private static Task<TestDesk> OpenAsync(Interleaving interleaving) =>
        TestDesk.SetUpAsync(services => services.AddSingleton<IInterceptor>(interleaving));
}
