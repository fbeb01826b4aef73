using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary>The reviewers that the desk knows.</summary>
public sealed class Roster(DeskContext db, Sightings sightings)
{
    /// <summary>Those of the present team who have the role, as far as the desk has met them; saving is still to come.</summary>
    public async Task<IReadOnlyList<Reviewer>> ReviewersAsync(CancellationToken cancel)
    {
        foreach (var sighting in sightings.News(db.CurrentTeam))
        {
            await NoteAsync(sighting, cancel);
        }

        await db.Reviewers.LoadAsync(cancel);
        return [.. db.Reviewers.Local.Where(r => r.HasRole)];
    }

    /// <summary>Somebody who reviews; saving is still to come.</summary>
    public async Task<Reviewer> MeetAsync(Person person, Team team, CancellationToken cancel)
    {
        var reviewer = await db.Reviewers.FindAsync([team.Id, person.Id], cancel)
            ?? db.Reviewers.Add(new Reviewer(team.Id, person.Id)).Entity;
        reviewer.Meet(team.IsAskedToReview(person));
        return reviewer;
    }

    /// <summary>Puts down who was seen of late, in any team.</summary>
    public async Task LearnAsync(CancellationToken cancel)
    {
        if (sightings.News().Count == 0)
        {
            return;
        }

        // Read while nobody else writes, so that who is forgotten meanwhile is not put down after all.
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
