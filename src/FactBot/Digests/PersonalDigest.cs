using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>The direct message with a reviewer's open assignments, for reviewers who asked for it.</summary>
internal sealed class PersonalDigest(FactBotDbContext db, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>Returns the card; null if they have no assignments, are away, or no longer want it.</summary>
    public async Task<Card?> FindAsync(Digest digest, Team team, CancellationToken cancellationToken)
    {
        var me = await db.Reviewers.FirstOrDefaultAsync(r => r.Person == digest.Reader, cancellationToken);
        var assignments = await (
            from claim in db.Claims.AsNoTracking()
            where claim.Stage == Stage.Open
            from assignment in claim.Assignments
            where assignment.Reviewer == digest.Reader && assignment.State == AssignmentState.Open
            orderby assignment.Due
            select new
            {
                claim.Number,
                claim.Text,
                assignment.Due,
                Card = db.Posts.FirstOrDefault(p => p.Kind == PostKind.Card && p.Subject == claim.Id),
            }).ToListAsync(cancellationToken);
        return assignments.Count == 0 || me is null or { WantsDigest: false } || me.IsAway(time.GetUtcNow()) ? null : new($"Your open reviews")
        {
            Text = Words.Join("\n", [
                .. assignments.Take(Most).Select(a => LineOf(a.Number, a.Text, a.Due, a.Card, team)),
                .. assignments.Count > Most ? [$"… and {assignments.Count - Most} more: {new CommandName("queue")}"] : Array.Empty<Words>(),
            ]),
            Footer = $"You asked for this; /me digest in your server turns it off.",
        };
    }

    private Words LineOf(int number, string text, DateTimeOffset due, Post? card, Team team)
    {
        Words name = card is { Message: { } message }
            ? (Words)$"**{new MessageLink($"#{number}", team.Id, card.Channel, message)}**"
            : $"**#{number}**";
        Words when = due < time.GetUtcNow() ? (Words)$"**was due** {due:R}" : $"due {due:R}";
        return $"{name} {Clip.To(text, 100)} · {when}";
    }
}
