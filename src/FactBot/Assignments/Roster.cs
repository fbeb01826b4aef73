using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Assignments;

/// <summary>The reviewers that the desk knows.</summary>
public sealed class Roster(DeskContext db)
{
    /// <summary>Notes that somebody is a reviewer, or no longer; saving is still to come.</summary>
    public async Task<Reviewer> MeetAsync(Person person, Team team, CancellationToken cancel)
    {
        var reviewer = await db.Reviewers.FirstOrDefaultAsync(r => r.Person == person.Id, cancel)
            ?? db.Reviewers.Add(new Reviewer(team.Id, person.Id)).Entity;
        reviewer.Meet(team.RoleOf(person) >= DeskRole.Reviewer);
        return reviewer;
    }

    /// <summary>Keeps in mind everybody whom a request shows to be a reviewer, so that they can be given claims.</summary>
    public async Task LearnAsync(Request request, Team team, CancellationToken cancel)
    {
        var isNew = false;
        foreach (var person in request.People.Values.Append(request.Person).DistinctBy(p => p.Id))
        {
            var isReviewer = team.RoleOf(person) >= DeskRole.Reviewer;
            var known = await db.Reviewers.FirstOrDefaultAsync(r => r.Person == person.Id, cancel);
            if (known?.HasRole != isReviewer && (known is not null || isReviewer))
            {
                await MeetAsync(person, team, cancel);
                isNew = true;
            }
        }

        if (isNew)
        {
            await db.SaveChangesAsync(cancel);
        }
    }
}
