using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary>The reviewer directory: every reviewer the bot knows of.</summary>
public sealed class Roster(DeskContext db, Sightings sightings)
{
    /// <summary>Returns the team's known reviewers with the role, after recording observations. The caller saves.</summary>
    public async Task<IReadOnlyList<Reviewer>> ReviewersAsync(CancellationToken cancel)
    {
        foreach (var sighting in sightings.News(db.CurrentTeam))
        {
            await NoteAsync(sighting, cancel);
        }

        await db.Reviewers.LoadAsync(cancel);
        return [.. db.Reviewers.Local.Where(r => r.HasRole)];
    }

    /// <summary>Finds or adds a reviewer and updates whether they have the role. The caller saves.</summary>
    public async Task<Reviewer> MeetAsync(Person person, Team team, CancellationToken cancel)
    {
        var reviewer = await db.Reviewers.FindAsync([team.Id, person.Id], cancel)
            ?? db.Reviewers.Add(new Reviewer(team.Id, person.Id)).Entity;
        reviewer.Meet(team.IsAskedToReview(person));
        return reviewer;
    }

    /// <summary>Records recently seen reviewers, in every team.</summary>
    public async Task LearnAsync(CancellationToken cancel)
    {
        if (sightings.News().Count == 0)
        {
            return;
        }

        // Read while no other writer is active, so that a person who was erased in the meantime isn't recorded after all.
        using var turn = await db.HoldTurnAsync(cancel);
        foreach (var sighting in sightings.News())
        {
            db.CurrentTeam = sighting.Team;
            await NoteAsync(sighting, cancel);
            await db.SaveChangesAsync(cancel);
            sightings.Forget(sighting);
        }
    }

    private async Task<Reviewer?> NoteAsync(Sighting sighting, CancellationToken cancel)
    {
        var reviewer = await db.Reviewers.FindAsync([sighting.Team, sighting.Person], cancel);
        if (reviewer is null && sighting.IsReviewer)
        {
            reviewer = db.Reviewers.Add(new Reviewer(sighting.Team, sighting.Person)).Entity;
        }

        reviewer?.Meet(sighting.IsReviewer);
        return reviewer;
    }
}
