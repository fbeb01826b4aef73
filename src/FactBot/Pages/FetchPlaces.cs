using FactBot.Chat;
using FactBot.Domain;

namespace FactBot.Pages;

/// <summary>
/// Limits the pages and files that are fetched for people: a few at once per person and per team, and a total that the teams
/// share evenly. Once half of a team's places are taken, each person gets one at a time, so that a few with slow pages leave
/// places for the others. A request over these limits is refused at once; the others wait their turn.
/// </summary>
public sealed class FetchPlaces(FetchLimits limits)
{
    private readonly List<Place> places = [];

    /// <summary>
    /// Fetches something once for the request, when its turn comes, without holding its handler's place meanwhile. Refuses if the
    /// person or team has too many under way.
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
            var (own, ofTeam) = (places.Count(p => p.Person == person), places.Count(p => p.Team == team));
            if (own >= limits.ByPerson)
            {
                throw new DeskRuleException($"You already have {limits.ByPerson} pages being read. Try again when one is done.");
            }

            if (ofTeam >= limits.ByTeam)
            {
                throw new DeskRuleException($"Your team already has {limits.ByTeam} pages being read. Try again when one is done.");
            }

            if (own > 0 && ofTeam >= limits.ByTeam / 2)
            {
                throw new DeskRuleException($"Many pages are being read for your team, so each person can have only one at a time now. Try again when yours is done.");
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

    /// <summary>Gives free places to waiting requests: first to the team that has the fewest, then in order of arrival.</summary>
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

        /// <summary>Completes when the request may begin.</summary>
        public Task Turn => turn.Task;

        public void Begin() => turn.TrySetResult();

        public void Dispose() => all.Leave(this);
    }
}

/// <summary>The maximum numbers of pages and files that are fetched and read at once for people.</summary>
/// <param name="ByPerson">For one person, across all teams; one once half of the team's places are taken.</param>
/// <param name="ByTeam">For one team.</param>
/// <param name="InAll">For all teams together; further requests wait their turn.</param>
public sealed record FetchLimits(int ByPerson, int ByTeam, int InAll)
{
    public static FetchLimits Usual { get; } = new(3, 8, 16);
}
