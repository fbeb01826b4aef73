using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Reminders;
using FactBot.Storage;
using FactBot.Teams;
using FactBot.Text.Characters;
using FactBot.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Posts;

/// <summary>Composes posts from the current state of their subjects; null if nothing is left to say and it should go.</summary>
public sealed class PostContents(FactBotDbContext db, RatingScales scales, ReportReader reports, TimeProvider time)
{
    public async Task<PostContent?> OfAsync(Post post, Team team, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (post.Kind)
        {
            case PostKind.Card:
                var claim = await db.ClaimsWhole.SingleAsync(c => c.Id == post.Subject, cancellationToken);
                return new(
                    Framed(ClaimCard.Of(claim, team, scales.Of(claim), now)), ClaimCard.RevisionOf(claim, now), $"{claim.Name} {Clip.To(claim.Text, 80)}");
            case PostKind.Verdict:
                var judged = await db.ClaimsWhole.SingleAsync(c => c.Verdicts.Any(v => v.Id == post.Subject), cancellationToken);
                var verdict = judged.Verdicts.Single(v => v.Id == post.Subject);
                return new(Framed(VerdictCard.Of(judged, verdict, scales.Of(judged), now)), VerdictCard.RevisionOf(verdict, now));
            case PostKind.Digest:
                var digest = await db.Digests.SingleAsync(d => d.Id == post.Subject, cancellationToken);
                if (post.Message is not null)
                {
                    return new(Framed(await reports.ReadPastAsync(digest, team, cancellationToken)), post.Wanted);
                }

                return MessageOf(await reports.ReadAsync(digest, team, cancellationToken), team) is { } message ? new(message, post.Wanted) : null;
            case PostKind.PersonalDigest:
                // Assignments of a past day aren't listed again.
                var own = post.Message is null ? await db.Digests.SingleOrDefaultAsync(d => d.Id == post.Subject, cancellationToken) : null;
                return own is not null && await new PersonalDigest(db, time).FindAsync(own, team, cancellationToken) is { } card ? new(Framed(card), post.Wanted) : null;
            case PostKind.HalfwayReminder or PostKind.DueReminder or PostKind.OverdueOffer:
                return await new Reminder(db, time).FindAsync(post, cancellationToken) is { } reminder ? new(reminder, post.Wanted) : null;
            case PostKind.Welcome:
                return new(new ChatMessage { Text = WelcomeText(team) }, post.Wanted);
            case PostKind.Notice:
                var entry = await db.Audit.SingleAsync(e => e.Number == post.Subject, cancellationToken);
                var told = await db.ClaimsWhole.SingleAsync(c => c.Id == post.ThreadOf, cancellationToken);
                return entry.Event is ClaimEvent claimEvent && ClaimNotices.Of(claimEvent, told) is { } notice
                    ? new(new ChatMessage { Text = notice.Text, Pings = notice.To }, post.Wanted)
                    : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(post), post.Kind, "A kind of post without contents.");
        }
    }

    private static Words WelcomeText(Team team) =>
        $"FactBot works here now. Claims get a card in this channel, with buttons and a thread; verdicts go to {team.VerdictChannel}, the digest to {team.DigestChannel}. Say a claim with {new CommandName("claim submit")}, add an article with {new CommandName("article add")}; {new CommandName("help")} shows what you can do, {new CommandName("privacy")} what is kept about you.";

    /// <summary>Returns the digest; null on a quiet day if the team wants no message for those.</summary>
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
/// <param name="Revision">The subject's revision that this shows.</param>
/// <param name="ThreadName">The name of its thread; null if it has none.</param>
public sealed record PostContent(ChatMessage Message, int Revision, string? ThreadName = null);
