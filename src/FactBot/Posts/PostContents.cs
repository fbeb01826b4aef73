using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Reminders;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>What each kind of post shows, as its subject stands now; null where there is nothing to say any more, and what was said is to go.</summary>
public sealed class PostContents(DeskContext db, RatingScales scales, ReportReader reports, TimeProvider time)
{
    public async Task<PostContent?> OfAsync(Post post, Team team, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        switch (post.Kind)
        {
            case PostKind.Card:
                var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.Subject, cancel);
                return new(
                    Framed(ClaimCard.Of(claim, team, scales.Of(claim), now)), ClaimCard.RevisionOf(claim, now), $"{claim.Name} {Clip.To(claim.Text, 80)}");
            case PostKind.Verdict:
                var judged = await db.ClaimsWhole.SingleAsync(c => c.Verdicts.Any(v => v.Id == post.Subject), cancel);
                var verdict = judged.Verdicts.Single(v => v.Id == post.Subject);
                return new(Framed(VerdictCard.Of(judged, verdict, scales.Of(judged), now)), VerdictCard.RevisionOf(verdict, now));
            case PostKind.Digest:
                var digest = await db.Digests.SingleAsync(d => d.Id == post.Subject, cancel);
                if (post.Message is not null)
                {
                    return new(Framed(await reports.ReadPastAsync(digest, team, cancel)), post.Wanted);
                }

                return MessageOf(await reports.ReadAsync(digest, team, cancel), team) is { } message ? new(message, post.Wanted) : null;
            case PostKind.PersonalDigest:
                // What somebody owed on a day that has passed is not told again.
                var own = post.Message is null ? await db.Digests.SingleOrDefaultAsync(d => d.Id == post.Subject, cancel) : null;
                return own is not null && await new PersonalDigest(db, time).FindAsync(own, team, cancel) is { } duties ? new(Framed(duties), post.Wanted) : null;
            case PostKind.HalfwayReminder or PostKind.DueReminder or PostKind.OverdueOffer:
                return await new Reminder(db, time).FindAsync(post, cancel) is { } reminder ? new(reminder, post.Wanted) : null;
            case PostKind.Welcome:
                return new(new ChatMessage { Text = WelcomeText(team) }, post.Wanted);
            case PostKind.Notice:
                var entry = await db.Audit.SingleAsync(e => e.Number == post.Subject, cancel);
                var told = await db.ClaimsWhole.SingleAsync(c => c.Id == post.ThreadOf, cancel);
                return (entry.Deed as ClaimDeed)?.NoticeOn(told) is { } notice
                    ? new(new ChatMessage { Text = notice.Text, Pings = notice.To }, post.Wanted)
                    : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(post), post.Kind, "A kind of post without contents.");
        }
    }

    private static Words WelcomeText(Team team) =>
        $"FactBot works here now. Claims get a card in this channel, with buttons and a thread; verdicts go to {team.VerdictChannel}, the digest to {team.DigestChannel}. Say a claim with {new CommandName("claim submit")}, add an article with {new CommandName("article add")}; {new CommandName("help")} shows what you can do, {new CommandName("privacy")} what is kept about you.";

    /// <summary>Null where the team wants to hear nothing of a day on which nothing happened.</summary>
    private static ChatMessage? MessageOf(DigestReport report, Team team)
    {
        if (report.IsQuiet)
        {
            return team.Digests.TellsQuietDays ? new() { Text = DigestCard.QuietLine(report) } : null;
        }

        return team.Digests.Role is { } role
            ? new() { Text = $"{role}", PingedRole = role, Card = DigestCard.Of(report) }
            : Framed(DigestCard.Of(report));
    }

    private static ChatMessage Framed(Card card) => new() { Card = card };
}

/// <summary>What a post shows.</summary>
/// <param name="Revision">Which revision of its subject that is.</param>
/// <param name="ThreadName">The name of the thread that it has; null where it has none.</param>
public sealed record PostContent(ChatMessage Message, int Revision, string? ThreadName = null);
