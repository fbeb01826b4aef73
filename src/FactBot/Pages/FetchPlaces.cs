using FactBot.Chat;

namespace FactBot.Pages;

/// <summary>
/// Where people wait for pages and files: a few at once for each person and each team, and so many in all, which the teams
/// share evenly. Whoever has as many under way as they may is told at once; the others take turns.
/// </summary>
public sealed class FetchPlaces(FetchLimits limits)
{
    private readonly List<Place> places = [];

    /// <summary>
    /// Fetches something once for the request, when it is its turn, while it does not hold its handler's place; a refusal where
    /// its person or team has too many under way.
    /// </summary>
    public Task<T> OnceAsync<T>(Request request, string what, Func<Task<T>> fetchAsync, CancellationToken cancellationToken) =>
        request.OnceAsync(what, async () =>
        {
            using var place = await TakeAsync(request.Team, request.Person.Id, cancellationToken);
            return await fetchAsync();
        });

    private async Task<Place> TakeAsync(TeamId team, PersonId person, CancellationToken cancellationToken)
    {
        var place = new Place(this, team, person);
        lock (places)
        {
            if (places.Count(p => p.Person == person) >= limits.ByPerson)
            {
                throw new DeskRuleException($"You already have {limits.ByPerson} pages being read. Try again when one is done.");
            }

            if (places.Count(p => p.Team == team) >= limits.ByTeam)
            {
                throw new DeskRuleException($"Your team already has {limits.ByTeam} pages being read. Try again when one is done.");
            }

            places.Add(place);
            GoOn();
        }

        try
        {
            await place.Turn.WaitAsync(cancellationToken);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Gives the free places to those who wait: first to the team that has the fewest, then to whoever came first.</summary>
    private void GoOn()
    {
        while (places.Count(p => p.Turn.IsCompleted) < limits.InAll
            && places.Where(p => !p.Turn.IsCompleted).MinBy(p => places.Count(o => o.Team == p.Team && o.Turn.IsCompleted)) is { } next)
        {
            next.Begin();
        }
    }

    private void Leave(Place place)
    {
        lock (places)
        {
            places.Remove(place);
            GoOn();
        }
    }

    private sealed class Place(FetchPlaces all, TeamId team, PersonId person) : IDisposable
    {
        private readonly TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TeamId Team => team;

        public PersonId Person => person;

        /// <summary>Ends when it may begin.</summary>
        public Task Turn => turn.Task;

        public void Begin() => turn.TrySetResult();

        public void Dispose() => all.Leave(this);
    }
}

/// <summary>How many pages and files are fetched and read at once for people.</summary>
/// <param name="ByPerson">For one person, in all teams.</param>
/// <param name="ByTeam">For one team.</param>
/// <param name="InAll">For all teams; more wait their turn.</param>
public sealed record FetchLimits(int ByPerson, int ByTeam, int InAll)
{
    public static FetchLimits Usual { get; } = new(3, 8, 16);
}
