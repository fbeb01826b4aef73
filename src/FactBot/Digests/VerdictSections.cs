using FactBot.Chat;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>The sections of a digest about verdicts.</summary>
internal sealed class VerdictSections(FactBotDbContext db, Team team, ClaimLines lines)
{
    private const int TextLength = 80;

    /// <summary>Returns verdicts published in the time the digest covers and not retracted since.</summary>
    public async Task<DigestSection?> PublishedAsync(Digest digest, CancellationToken cancellationToken) => DigestSection.Of(
        $"Verdicts published",
        [
            .. (await ReadAsync(Rows().Where(r => r.Verdict.PublishedAt >= digest.From && r.Verdict.PublishedAt < digest.Until
                    && r.Verdict.RetractedAt == null && r.Verdict.CorrectedFor == null
                    && (r.Verdict.ReplacedAt == null || r.Verdict.ReplacedAt >= digest.Until)), cancellationToken))
                .Select<Row, Words>(r => $"{NameOf(r)} **{r.Verdict.RatingName}**: {Clip.To(r.Verdict.Summary, TextLength)}{ReadLink(r)}"),
        ]);

    /// <summary>Returns verdicts corrected or retracted in the time the digest covers.</summary>
    public async Task<DigestSection?> TakenBackAsync(Digest digest, CancellationToken cancellationToken) => DigestSection.Of(
        $"Corrected or retracted",
        [
            .. (await ReadAsync(Rows().Where(r =>
                    (r.Verdict.CorrectedFor != null && r.Verdict.RetractedAt == null
                        && (r.Verdict.ReplacedAt == null || r.Verdict.ReplacedAt >= digest.Until)
                        && r.Verdict.PublishedAt >= digest.From && r.Verdict.PublishedAt < digest.Until)
                    || (r.Verdict.RetractedAt >= digest.From && r.Verdict.RetractedAt < digest.Until
                        && r.Verdict.RetractedAt >= r.Verdict.PublishedAt)), cancellationToken))
                .Select(LineOfChange),
        ]);

    /// <summary>Returns verdicts past their shelf life.</summary>
    public async Task<DigestSection?> ToCheckAgainAsync(DateTimeOffset now, CancellationToken cancellationToken) => DigestSection.Of(
        $"Due for another check",
        [
            .. (await ReadAsync(Rows().Where(r => r.Verdict.RecheckOn <= now && r.Verdict.RetractedAt == null
                    && (r.Verdict.ReplacedAt == null || r.Verdict.ReplacedAt > now)), cancellationToken))
                .Select<Row, Words>(r => $"{NameOf(r)} **{r.Verdict.RatingName}**, published {r.Verdict.PublishedAt:d}{ReadLink(r)}"),
        ]);

    private Words LineOfChange(Row row) => row.Verdict.RetractedFor is { } reason
        ? $"{NameOf(row)} **retracted**: {Clip.To(reason, TextLength)}{ReadLink(row)}"
        : (Words)$"{NameOf(row)} **{row.Verdict.RatingName}** now: {Clip.To(row.Verdict.CorrectedFor!, TextLength)}{ReadLink(row)}";

    private Words NameOf(Row row) => lines.NameOf(row.ClaimId, row.Number);

    private Words ReadLink(Row row) => row.Post is { Message: { } message } post
        ? (Words)$" · {new MessageLink("read", team.Id, post.Channel, message)}"
        : $"";

    /// <summary>Returns all verdicts except those replaced while still on hold.</summary>
    private IQueryable<Row> Rows() =>
        from claim in db.Claims.AsNoTracking()
        from verdict in claim.Verdicts
        where verdict.ReplacedAt == null || verdict.ReplacedAt >= verdict.PublishedAt
        orderby claim.Number
        select new Row
        {
            ClaimId = claim.Id,
            Number = claim.Number,
            Verdict = verdict,
            Post = db.Posts.FirstOrDefault(p => p.Kind == PostKind.Verdict && p.Subject == verdict.Id),
        };

    private static Task<List<Row>> ReadAsync(IQueryable<Row> rows, CancellationToken cancellationToken) => rows.Take(ClaimLines.Most).ToListAsync(cancellationToken);

    private sealed class Row
    {
        public long ClaimId { get; init; }

        public int Number { get; init; }

        public required Verdict Verdict { get; init; }

        public Post? Post { get; init; }
    }
}
