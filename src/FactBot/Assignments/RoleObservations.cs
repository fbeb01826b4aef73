using System.Collections.Concurrent;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;

namespace FactBot.Assignments;

/// <summary>
/// Observations of people who gained or lost the reviewer role, held until the reviewer directory records them, so that
/// a read-only command never waits for a write. Observations lost in a crash are made again.
/// </summary>
public sealed class RoleObservations
{
    private readonly ConcurrentDictionary<(TeamId Team, PersonId Person), bool> seen = new();
    private readonly ConcurrentDictionary<(TeamId Team, PersonId Person), bool> news = new();

    /// <summary>Observes the author of a request and everyone it mentions.</summary>
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

    /// <summary>Returns the observations the directory hasn't recorded yet, for one team or for all.</summary>
    public IReadOnlyList<RoleObservation> News(TeamId? team = null) =>
        [.. news.Where(n => team is null || n.Key.Team == team).Select(n => new RoleObservation(n.Key.Team, n.Key.Person, n.Value))];

    /// <summary>Discards everything observed about a person, until they are seen again.</summary>
    public void Forget(TeamId team, PersonId person)
    {
        seen.TryRemove((team, person), out _);
        news.TryRemove((team, person), out _);
    }

    /// <summary>Discards an observation the directory has recorded.</summary>
    public void Forget(RoleObservation observation) =>
        news.TryRemove(KeyValuePair.Create((observation.Team, observation.Person), observation.IsReviewer));
}

/// <summary>An observation that a person is a reviewer, or isn't one.</summary>
public sealed record RoleObservation(TeamId Team, PersonId Person, bool IsReviewer);
