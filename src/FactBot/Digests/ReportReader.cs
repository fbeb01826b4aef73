using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain.Audit;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Posts;
using FactBot.Stats;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Digests;

/// <summary>Gathers the content of a digest: what happened in the time it covers, and what is waiting now.</summary>
public sealed class ReportReader(FactBotDbContext db, StatsReader stats)
{
    public async Task<DigestReport> ReadAsync(Digest digest, Team team, CancellationToken cancellationToken)
    {
        var lines = new ClaimLines(db);
        var verdicts = new VerdictSections(db, team, lines);
        var claims = new ClaimSections(db, team, lines);
        DigestSection?[] sections =
        [
            await verdicts.PublishedAsync(digest, cancellationToken),
            await verdicts.TakenBackAsync(digest, cancellationToken),
            await claims.DisputedAsync(cancellationToken),
            await claims.AgreedAsync(cancellationToken),
            await claims.CorrectionsAsync(cancellationToken),
            await claims.SubmittedAsync(cancellationToken),
            await claims.InReviewAsync(cancellationToken),
            await claims.OverdueAsync(digest.Until, cancellationToken),
            await verdicts.ToCheckAgainAsync(digest.Until, cancellationToken),
            await claims.WantedAsync(cancellationToken),
        ];
        return new DigestReport(
            TitleOf(digest, team),
            digest.From,
            await CountSubmittedAsync(digest, cancellationToken),
            [.. sections.OfType<DigestSection>(), .. digest.Kind == DigestKind.Weekly ? await OfTheWeekAsync(digest, cancellationToken) : []],
            await new NumbersReader(db).ReadAsync(team, digest.Until, cancellationToken),
            new AuditHead(team.AuditLength, team.AuditHead));
    }

    /// <summary>
    /// Reads what an earlier digest can still show: what was published then. What was waiting has moved on since and is left
    /// out, because the digest named an erased person or quoted erased text.
    /// </summary>
    public async Task<Card> ReadPastAsync(Digest digest, Team team, CancellationToken cancellationToken)
    {
        var verdicts = new VerdictSections(db, team, new ClaimLines(db));
        DigestSection?[] sections = [await verdicts.PublishedAsync(digest, cancellationToken), await verdicts.TakenBackAsync(digest, cancellationToken)];
        var made = await db.Audit.AsNoTracking().Where(e => e.At >= digest.Until).OrderBy(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        var report = new DigestReport(
            TitleOf(digest, team), digest.From, await CountSubmittedAsync(digest, cancellationToken), [.. sections.OfType<DigestSection>()],
            await new NumbersReader(db).ReadAsync(team, digest.Until, cancellationToken),
            made is null ? new AuditHead(team.AuditLength, team.AuditHead) : new AuditHead(made.Number, made.Hash));
        var card = DigestCard.Of(report);
        return card with { Text = $"{card.Text}\n\nWhat was waiting that day was removed later: it named someone who asked to be forgotten, or words that were erased." };
    }

    private Task<int> CountSubmittedAsync(Digest digest, CancellationToken cancellationToken) =>
        db.Claims.CountAsync(c => c.SubmittedAt >= digest.From && c.SubmittedAt < digest.Until, cancellationToken);

    /// <summary>Returns how far the reviewers agree, and what the team chose to check.</summary>
    private async Task<IReadOnlyList<DigestSection>> OfTheWeekAsync(Digest digest, CancellationToken cancellationToken)
    {
        var week = await stats.ReadAsync(digest.From, digest.Until, cancellationToken);
        DigestSection?[] sections =
        [
            DigestSection.Of($"Agreement of the reviewers", week.Agreement.Units == 0 ? [] : [ShowStats.AgreementOf(week.Agreement)]),
            BalanceOf($"Checked of submitted, by claimant", week.Claimants),
            BalanceOf($"Checked of submitted, by publisher", week.Publishers),
            BalanceOf($"Checked of submitted, by topic", week.Topics),
        ];
        return [.. sections.OfType<DigestSection>().Select(s => s with { IsCounted = false })];
    }

    private static DigestSection? BalanceOf(Words name, IReadOnlyList<Selection> selections) =>
        DigestSection.Of(name, [.. selections.Select<Selection, Words>(s => $"{s.Name}: {s.Checked} of {s.Submitted}")]);

    /// <summary>Returns the title; a late digest still carries the date it is for.</summary>
    private static Words TitleOf(Digest digest, Team team)
    {
        var date = DigestSchedule.LocalDateAt(team.Zone, digest.Due).ToDateOnly();
        return digest.Kind == DigestKind.Weekly
            ? (Words)$"The desk’s week until {date:d MMMM yyyy}"
            : $"The desk on {date:d MMMM yyyy}";
    }
}
