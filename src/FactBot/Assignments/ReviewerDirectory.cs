using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary>The reviewer directory: every reviewer the bot knows of.</summary>
public sealed class ReviewerDirectory(FactBotDbContext db, RoleObservations sightings)
{
    /// <summary>Returns the team's known reviewers with the role, after recording observations. The caller saves.</summary>
    public async Task<IReadOnlyList<Reviewer>> ReviewersAsync(CancellationToken cancellationToken)
    {
        foreach (var sighting in sightings.News(db.CurrentTeam))
        {
            await NoteAsync(sighting, cancellationToken);
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
        if (sightings.News().Count == 0)
        {
            return;
        }

        // Read while no other writer is active, so that a person who was erased in the meantime isn't recorded after all.
        using var turn = await db.HoldTurnAsync(cancellationToken);
        foreach (var sighting in sightings.News())
        {
            db.CurrentTeam = sighting.Team;
            await NoteAsync(sighting, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            sightings.Forget(sighting);
        }
    }

    private async Task<Reviewer?> NoteAsync(RoleObservation sighting, CancellationToken cancellationToken)
    {
        var reviewer = await db.Reviewers.FindAsync([sighting.Team, sighting.Person], cancellationToken);
        if (reviewer is null && sighting.IsReviewer)
        {
            reviewer = db.Reviewers.Add(new Reviewer(sighting.Team, sighting.Person)).Entity;
        }

        reviewer?.Meet(sighting.IsReviewer);
        return reviewer;
    }
}
