using FactBot.Chat;
using FactBot.Domain;
using FactBot.Pages;

namespace FactBot.Tests.Pages;

public class FetchPlacesTests
{
    private readonly List<string> begun = [];
    private readonly Dictionary<string, TaskCompletionSource> ends = [];
    private int requests;

    [Fact]
    public async Task A_person_with_three_pages_under_way_is_told_at_once_and_may_go_on_when_one_is_done()
    {
        var places = new FetchPlaces(new FetchLimits(3, 8, 16));
        foreach (var page in new[] { "a", "b", "c" })
        {
            _ = BeginAsync(places, page, team: 1, person: 1);
        }

        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => BeginAsync(places, "d", team: 1, person: 1));
        Assert.Equal("You already have 3 pages being read. Try again when one is done.", refusal.Message);
        // Who is in two teams has no more places for it, and others of the team have theirs.
        await Assert.ThrowsAsync<DeskRuleException>(() => BeginAsync(places, "e", team: 2, person: 1));
        _ = BeginAsync(places, "f", team: 1, person: 2);
        ends["b"].SetResult();
        await UntilAsync(() => places.OnceAsync(RequestOf(1, 1), "page", () => Task.FromResult(true), TestContext.Current.CancellationToken));
        Assert.Equal(["a", "b", "c", "f"], begun);
    }

    [Fact]
    public async Task A_team_with_eight_pages_under_way_is_told_at_once()
    {
        var places = new FetchPlaces(new FetchLimits(3, 8, 16));
        for (var i = 0; i < 8; i++)
        {
            _ = BeginAsync(places, $"{i}", team: 1, person: i);
        }

        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => BeginAsync(places, "late", team: 1, person: 100));
        Assert.Equal("Your team already has 8 pages being read. Try again when one is done.", refusal.Message);
        _ = BeginAsync(places, "other", team: 2, person: 200);
        Assert.Contains("other", begun);
    }

    [Fact]
    public async Task Members_who_have_many_pages_under_way_leave_places_for_those_who_have_none()
    {
        var places = new FetchPlaces(FetchLimits.Usual);
        var refused = 0;
        for (var person = 1; person <= 3; person++)
        {
            for (var i = 0; i < 3; i++)
            {
                var page = BeginAsync(places, $"{person}{i}", team: 1, person);
                refused += page.IsFaulted ? 1 : 0;
            }
        }

        Assert.Equal(["10", "11", "12", "20", "30"], begun);
        Assert.Equal(4, refused);
        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => BeginAsync(places, "late", team: 1, person: 3));
        Assert.Equal("Many pages are being read for your team, so each person can have only one at a time now. Try again when yours is done.", refusal.Message);
        _ = BeginAsync(places, "first", team: 1, person: 4);
        Assert.Contains("first", begun);
    }

    [Fact]
    public async Task When_all_places_are_taken_the_team_with_the_fewest_comes_next()
    {
        var places = new FetchPlaces(new FetchLimits(4, 4, 4));
        for (var i = 0; i < 4; i++)
        {
            _ = BeginAsync(places, $"1{i}", team: 1, person: i);
        }

        for (var i = 0; i < 4; i++)
        {
            _ = BeginAsync(places, $"2{i}", team: 2, person: 10 + i);
        }

        _ = BeginAsync(places, "30", team: 3, person: 20);
        Assert.Equal(["10", "11", "12", "13"], begun);
        foreach (var (done, count) in new[] { ("10", 5), ("11", 6), ("12", 7), ("13", 8) })
        {
            ends[done].SetResult();
            await UntilAsync(() => Task.FromResult(begun.Count == count));
        }

        Assert.Equal(["20", "30", "21", "22"], begun[4..]);
    }

    [Fact]
    public async Task What_fails_or_is_given_up_leaves_its_place()
    {
        var places = new FetchPlaces(new FetchLimits(1, 1, 1));
        await Assert.ThrowsAsync<IOException>(() => places.OnceAsync<int>(RequestOf(1, 1), "page", () => throw new IOException(), CancellationToken.None));
        _ = BeginAsync(places, "a", team: 1, person: 1);
        using var giveUp = new CancellationTokenSource();
        var waiting = places.OnceAsync(RequestOf(2, 2), "page", () => Task.FromResult(1), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        ends["a"].SetResult();
        await UntilAsync(() => places.OnceAsync(RequestOf(2, 2), "page", () => Task.FromResult(true), CancellationToken.None));
    }

    [Fact]
    public async Task A_request_gives_its_handlers_place_back_while_it_waits()
    {
        using var handlers = new SemaphoreSlim(0, 1);
        var places = new FetchPlaces(FetchLimits.Usual);
        var request = RequestOf(1, 1) with { Handlers = handlers };
        var end = new TaskCompletionSource<int>();
        var fetching = places.OnceAsync(request, "page", () => end.Task, CancellationToken.None);
        Assert.Equal(1, handlers.CurrentCount);
        // Somebody takes it, so that the request waits for one when it has its page.
        await handlers.WaitAsync(TestContext.Current.CancellationToken);
        end.SetResult(7);
        await Task.Yield();
        Assert.False(fetching.IsCompleted);
        handlers.Release();
        Assert.Equal(7, await fetching);
        Assert.Equal(0, handlers.CurrentCount);
    }

    private static Request RequestOf(ulong team, int person) => new()
    {
        Id = $"{team} {person}",
        Command = "article add",
        Team = new TeamId(team),
        Person = new Person(new PersonId((ulong)person + 1000), "Somebody", [], false),
    };

    private Task<int> BeginAsync(FetchPlaces places, string page, ulong team, int person)
    {
        var end = ends[page] = new TaskCompletionSource();
        return places.OnceAsync(RequestOf(team, person) with { Id = $"{++requests}" }, "page", async () =>
        {
            lock (begun)
            {
                begun.Add(page);
            }

            await end.Task;
            return 1;
        }, TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (true)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (DeskRuleException)
            {
                // Not yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
