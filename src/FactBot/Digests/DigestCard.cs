using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>A digest as it is posted: what was published, and what waits for whom.</summary>
internal sealed class DigestCard(DeskContext db)
{
    private const int LinesInAField = 5;

    public async Task<Card> OfAsync(Digest digest, Team team, CancellationToken cancel)
    {
        var fields = new List<CardField?>
        {
            await PublishedAsync(digest, team, cancel),
            await InStageAsync(Stage.Agreed, $"Agreed: an editor publishes", cancel),
            await InStageAsync(Stage.Disputed, $"Disputed: an editor decides or adds a reviewer", cancel),
            await InStageAsync(Stage.Submitted, $"Waiting for triage", cancel),
            await OpenAsync(team, cancel),
            await OverdueAsync(digest, cancel),
        };
        var submitted = await db.Claims.CountAsync(
            c => c.SubmittedAt >= digest.From && c.SubmittedAt < digest.Until, cancel);
        var isQuiet = submitted == 0 && fields.TrueForAll(f => f is null);
        return new Card($"The desk on {DateOf(digest, team):d MMMM yyyy}")
        {
            Text = isQuiet ? (Words)$"A quiet day: nothing new since {digest.From:f}, and nothing waits."
                : submitted == 0 ? (Words)$"No new claims since {digest.From:f}."
                : $"{Count.Of(submitted, "new claim")} since {digest.From:f}.",
            Fields = [.. fields.OfType<CardField>()],
        };
    }

    private async Task<CardField?> PublishedAsync(Digest digest, Team team, CancellationToken cancel)
    {
        var rows = await (
            from claim in db.Claims
            from verdict in claim.Verdicts
            where verdict.PublishedAt >= digest.From && verdict.PublishedAt < digest.Until && verdict.RetractedAt == null && verdict.ReplacedAt == null
            orderby claim.Number
            select new
            {
                Claim = claim,
                verdict.RatingName,
                verdict.Summary,
                Post = db.Posts.FirstOrDefault(p => p.Kind == PostKind.Verdict && p.Subject == verdict.Id),
            }).ToListAsync(cancel);
        return Field($"Verdicts published", rows.Count, rows.Select(r => Line(r.Claim, r.RatingName, r.Summary, r.Post)));

        Words Line(Claim claim, string ratingName, string summary, Post? post)
        {
            Words link = post?.Message is { } message
                ? (Words)$" · {new MessageLink("read", team.Id, post.Channel, message)}"
                : $"";
            return $"**{claim.Name} {ratingName}**: {Clip.To(summary, 60)}{link}";
        }
    }

    private async Task<CardField?> InStageAsync(Stage stage, Words name, CancellationToken cancel)
    {
        var claims = db.Claims.Where(c => c.Stage == stage);
        var first = await claims.OrderBy(c => c.Number).Take(LinesInAField).ToListAsync(cancel);
        return Field(name, await claims.CountAsync(cancel), first.Select(Line));
    }

    private async Task<CardField?> OpenAsync(Team team, CancellationToken cancel)
    {
        var claims = db.Claims.Where(c => c.Stage == Stage.Open);
        var first = await claims.Include(c => c.Ballots).Include(c => c.Assignments).AsSplitQuery()
            .OrderBy(c => c.Number).Take(LinesInAField).ToListAsync(cancel);
        return Field($"In review", await claims.CountAsync(cancel), first
            .Select<Claim, Words>(c => $"{Line(c)} · {Votes.VoteCount.Of(c, team.Rules)}"));
    }

    private async Task<CardField?> OverdueAsync(Digest digest, CancellationToken cancel)
    {
        var rows = await (
            from claim in db.Claims
            where claim.Stage == Stage.Open
            from duty in claim.Assignments
            where duty.State == AssignmentState.Open && duty.Due < digest.Until
            orderby duty.Due
            select new { claim.Number, duty.Reviewer, duty.Due }).ToListAsync(cancel);
        return Field($"Overdue", rows.Count, rows.Select(r => (Words)$"**#{r.Number}** with {r.Reviewer}, was due {r.Due:R}"));
    }

    /// <summary>A daily digest that is late still bears the date it is for.</summary>
    private static DateOnly DateOf(Digest digest, Team team) =>
        DateOnly.TryParseExact(digest.Key, "yyyy-MM-dd", out var date)
            ? date
            : DigestSchedule.LocalDateAt(team.Zone, digest.Until).ToDateOnly();

    private static Words Line(Claim claim) => $"**{claim.Name}** {Clip.To(claim.Text, 90)}";

    private static CardField? Field(Words name, int count, IEnumerable<Words> lines)
    {
        if (count == 0)
        {
            return null;
        }

        var shown = lines.Take(LinesInAField).ToList();
        if (count > shown.Count)
        {
            shown.Add($"… and {count - shown.Count} more: {new CommandName("claim list")}");
        }

        return new($"{name} ({count})", Words.Join("\n", shown));
    }
}
