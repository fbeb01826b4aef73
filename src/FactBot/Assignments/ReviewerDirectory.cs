using FactBot.Domain;
using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary>The reviewer directory: every reviewer the bot knows of.</summary>
public sealed class ReviewerDirectory(FactBotDbContext db, RoleObservations observations)
{
    /// <summary>Returns the team's known reviewers with the role, after recording observations. The caller saves.</summary>
    public async Task<IReadOnlyList<Reviewer>> ReviewersAsync(CancellationToken cancellationToken)
    {
        foreach (var observation in observations.News(db.CurrentTeam))
        {
            await NoteAsync(observation, cancellationToken);
        }

        await db.Reviewers.LoadAsync(cancellationToken);
        return [.. db.Reviewers.Local.Where(r => r.HasRole)];
    }

    /// <summary>Finds or adds a reviewer and updates whether they have the role. The caller saves.</summary>
    public async Task<Reviewer> MeetAsync(Person person, Team team, CancellationToken cancellationToken)
    {
        var reviewer = await db.Reviewers.FindAsync([team.Id, person.Id], cancellationToken)
            ?? db.Reviewers.Add(new Reviewer(team.Id, person.Id)).Entity;
        reviewer.Meet(team.IsAskedToReview(person));
        return reviewer;
    }

    /// <summary>Records recently seen reviewers, in every team.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        if (observations.News().Count == 0)
        {
            return;
        }

        // Read while no other writer is active, so that a person who was erased in the meantime isn't recorded after all.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        foreach (var observation in observations.News())
        {
            db.CurrentTeam = observation.Team;
            await NoteAsync(observation, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            observations.Forget(observation);
        }
    }

    private async Task<Reviewer?> NoteAsync(RoleObservation observation, CancellationToken cancellationToken)
    {
        var reviewer = await db.Reviewers.FindAsync([observation.Team, observation.Person], cancellationToken);
        if (reviewer is null && observation.IsReviewer)
        {
            reviewer = db.Reviewers.Add(new Reviewer(observation.Team, observation.Person)).Entity;
        }

        reviewer?.Meet(observation.IsReviewer);
        return reviewer;
    }
}
