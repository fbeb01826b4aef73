using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Claims;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Reminders;

/// <summary>A reminder to a reviewer, in the claim's thread.</summary>
internal sealed class Reminder(FactBotDbContext db, TimeProvider time)
{
    /// <summary>Returns the message; null if the vote isn't needed, or the reviewer is away and it offers no place.</summary>
    public async Task<ChatMessage?> FindAsync(Post post, CancellationToken cancellationToken)
    {
        var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.ThreadOf, cancellationToken);
        var assignment = claim.Assignments.Single(a => a.Id == post.Subject);
        var reviewer = await db.Reviewers.FirstOrDefaultAsync(r => r.Person == assignment.Reviewer, cancellationToken);
        var isAway = reviewer?.IsAway(time.GetUtcNow()) == true;
        return claim.Stage != Stage.Open || assignment.State != AssignmentState.Open || (isAway && post.Kind != PostKind.OverdueOffer) ? null : new()
        {
            Text = TextOf(post.Kind, claim, assignment),
            Pings = isAway ? [] : [assignment.Reviewer],
            Buttons = post.Kind == PostKind.OverdueOffer
                ? [TakeClaim.ButtonFor(claim), CastVote.ButtonFor(claim)]
                : [CastVote.ButtonFor(claim)],
        };
    }

    private static Words TextOf(PostKind kind, Claim claim, Assignment assignment) => kind switch
    {
        PostKind.HalfwayReminder =>
            $"{assignment.Reviewer}, half of your time for {claim.Name} is over: your vote is due {assignment.Due:R}. If you cannot do it, {new CommandName("decline")} or {new CommandName("hand-over")} gives it to somebody else.",
        PostKind.DueReminder =>
            $"{assignment.Reviewer}, your vote on {claim.Name} is due ({assignment.Due:R}). If you cannot do it, {new CommandName("decline")} or {new CommandName("hand-over")} gives it to somebody else.",
        _ =>
            $"{assignment.Reviewer}, your vote on {claim.Name} was due {assignment.Due:R}, so your place is offered to others now: another reviewer can press Take, or vote. Until somebody does, it is yours and your vote counts.",
    };
}
