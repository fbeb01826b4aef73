using System.Collections.Concurrent;
using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Assignments;

/// <summary>
/// Who was seen to be a reviewer, or to be none any more, until the roster has it: so a command that only looks never
/// waits for a write. What is lost with a crash is seen again.
/// </summary>
public sealed class Sightings
{
    private readonly ConcurrentDictionary<(TeamId Team, PersonId Person), bool> seen = new();
    private readonly ConcurrentDictionary<(TeamId Team, PersonId Person), bool> news = new();

    /// <summary>Notes who acts in a request and whom it names.</summary>
    public void See(Request request, Team team)
    {
        foreach (var person in request.People.Values.Append(request.Person))
        {
            var isReviewer = team.IsAskedToReview(person);
            if (!seen.TryGetValue((team.Id, person.Id), out var known) || known != isReviewer)
            {
                seen[(team.Id, person.Id)] = isReviewer;
                news[(team.Id, person.Id)] = isReviewer;
            }
        }
    }

    /// <summary>What the roster has not yet, for all teams or for one.</summary>
    public IReadOnlyList<Sighting> News(TeamId? team = null) =>
        [.. news.Where(n => team is null || n.Key.Team == team).Select(n => new Sighting(n.Key.Team, n.Key.Person, n.Value))];

    /// <summary>Nobody has seen the person, until they are seen again.</summary>
    public void Forget(TeamId team, PersonId person)
    {
        seen.TryRemove((team, person), out _);
        news.TryRemove((team, person), out _);
    }

    /// <summary>The roster has it.</summary>
    public void Forget(Sighting sighting) =>
        news.TryRemove(KeyValuePair.Create((sighting.Team, sighting.Person), sighting.IsReviewer));
}

/// <summary>Somebody was seen to be a reviewer, or to be none.</summary>
public sealed record Sighting(TeamId Team, PersonId Person, bool IsReviewer);
