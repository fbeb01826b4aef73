using System.Linq.Expressions;
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
            .. (await ReadAsync(
                    [
                        v => v.PublishedAt >= digest.From && v.PublishedAt < digest.Until && v.RetractedAt == null && v.CorrectedFor == null
                            && (v.ReplacedAt == null || v.ReplacedAt >= digest.Until),
                    ],
                    cancellationToken))
                .Select<Row, Words>(r => $"{NameOf(r)} **{r.Verdict.RatingName}**: {Clip.To(r.Verdict.Summary, TextLength)}{ReadLink(r)}"),
        ]);

    /// <summary>Returns verdicts corrected or retracted in the time the digest covers.</summary>
    public async Task<DigestSection?> TakenBackAsync(Digest digest, CancellationToken cancellationToken) => DigestSection.Of(
        $"Corrected or retracted",
        [
            .. (await ReadAsync(
                    [
                        v => v.PublishedAt >= digest.From && v.PublishedAt < digest.Until && v.RetractedAt == null && v.CorrectedFor != null
                            && (v.ReplacedAt == null || v.ReplacedAt >= digest.Until),
                        v => v.RetractedAt >= digest.From && v.RetractedAt < digest.Until && v.RetractedAt >= v.PublishedAt,
                    ],
                    cancellationToken))
                .Select(LineOfChange),
        ]);

    /// <summary>Returns verdicts past their shelf life.</summary>
    public async Task<DigestSection?> ToCheckAgainAsync(DateTimeOffset now, CancellationToken cancellationToken) => DigestSection.Of(
        $"Due for another check",
        [
            .. (await ReadAsync(
                    [v => v.RecheckOn <= now && v.RetractedAt == null && (v.ReplacedAt == null || v.ReplacedAt > now)], cancellationToken))
                .Select<Row, Words>(r => $"{NameOf(r)} **{r.Verdict.RatingName}**, published {r.Verdict.PublishedAt:d}{ReadLink(r)}"),
        ]);

    private Words LineOfChange(Row row) => row.Verdict.RetractedFor is { } reason
        ? $"{NameOf(row)} **retracted**: {Clip.To(reason, TextLength)}{ReadLink(row)}"
        : (Words)$"{NameOf(row)} **{row.Verdict.RatingName}** now: {Clip.To(row.Verdict.CorrectedFor!, TextLength)}{ReadLink(row)}";

    private Words NameOf(Row row) => lines.NameOf(row.ClaimId, row.Number);

    private Words ReadLink(Row row) => row.Post is { Message: { } message } post
        ? (Words)$" · {new MessageLink("read", team.Id, post.Channel, message)}"
        : $"";

    /// <summary>
    /// Reads the verdicts of any of the kinds, without those replaced while still on hold. Their ids come first, the longest due
    /// for a check before the others, since the database would otherwise go through all claims in the order of their numbers.
    /// </summary>
    private async Task<List<Row>> ReadAsync(Expression<Func<Verdict, bool>>[] kinds, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        foreach (var kind in kinds)
        {
            ids.AddRange(await db.Claims.SelectMany(c => c.Verdicts).Where(kind).Where(v => v.ReplacedAt == null || v.ReplacedAt >= v.PublishedAt)
                .OrderBy(v => v.RecheckOn).Take(ClaimLines.Most).Select(v => v.Id).ToListAsync(cancellationToken));
        }

        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from claim in db.Claims.AsNoTracking()
            from verdict in claim.Verdicts
            where ids.Contains(verdict.Id)
            select new Row
            {
                ClaimId = claim.Id,
                Number = claim.Number,
                Verdict = verdict,
                Post = db.Posts.FirstOrDefault(p => p.Kind == PostKind.Verdict && p.Subject == verdict.Id),
            }).ToListAsync(cancellationToken);
        await lines.LocateAsync(rows.Select(r => r.ClaimId), cancellationToken);
        return [.. rows.OrderBy(r => r.Number).Take(ClaimLines.Most)];
    }

    private sealed class Row
    {
        public long ClaimId { get; init; }

        public int Number { get; init; }

        public required Verdict Verdict { get; init; }

        public Post? Post { get; init; }
    }
}
