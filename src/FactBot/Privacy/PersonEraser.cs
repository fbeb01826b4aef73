using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>
/// Erases a person from a team's tables: a pseudonym takes their place, so that counts stay correct, and their texts are
/// deleted. It's a single transaction, which also writes the rows that say what remains to be done in the chat
/// (<see cref="Posts.Post.ErasedBy"/>) and the files (<see cref="OpenErasure"/>).
/// </summary>
internal sealed class PersonEraser(FactBotDbContext db, RoleObservations observations, ForgottenUses uses)
{
    /// <summary>Erases the person; false if nothing is kept about them, and then nothing is written.</summary>
    public async Task<bool> ForgetAsync(Team team, Request request, CancellationToken cancellationToken)
    {
        using var turn = await db.HoldTurnAsync(cancellationToken);
        var person = request.Person.Id;
        observations.Forget(team.Id, person);
        var inTables = new PersonInTables(db, person);
        if (!await inTables.IsAnywhereAsync(cancellationToken))
        {
            return false;
        }

        await db.Entry(team).ReloadAsync(cancellationToken);
        var former = new PersonId((ulong)team.FormerMembers + 1);
        var now = db.Time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var about = await inTables.FindClaimsAsync(cancellationToken);
        var withId = await FindTextsAsync(person, cancellationToken);
        var words = new OwnWords(db, person);
        await words.FindAsync(cancellationToken);
        var quotedIn = await words.Quoted.FindClaimsAsync(cancellationToken);
        var shownIn = about.Union(quotedIn).ToHashSet();

        var used = await db.QuotaUses.AsNoTracking().Where(u => u.Person == person).ToListAsync(cancellationToken);
        var texts = await db.KeptTexts.Where(t => t.Text.Contains(person.ToString())).Select(t => t.Hash).ToListAsync(cancellationToken);
        var (forgotten, left) = await EraseTrailAsync(person, words, withId, cancellationToken);
        await words.EraseAsync(now, cancellationToken);
        await inTables.ReplaceAsync(former, cancellationToken);

        db.ChangeTracker.Clear();
        team = await db.Teams.SingleAsync(t => t.Id == team.Id, cancellationToken);
        var context = db.ContextFor(team, request) with { By = former };
        db.Apply(context, forgotten with { Texts = texts });
        await EndWorkAsync(former, words, context, cancellationToken);
        await RenewAsync(shownIn, withId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await left.WriteDownAsync(db.ContextFor(team), cancellationToken);
        var erasure = new OpenErasure(team.Id, person, now, ErasureLoop.NightAfter(now, db.Time));
        erasure.FindBy(words.Prints);
        db.OpenErasures.Add(erasure);
        await db.SaveChangesAsync(cancellationToken);
        await new ErasedPosts(db).MarkAsync(erasure.Id, person, former, shownIn, quotedIn, words, withId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        uses.Remember(used);
        return true;
    }

    /// <summary>Finds the claims and articles whose own text contains the person's id.</summary>
    private async Task<TextsWithId> FindTextsAsync(PersonId person, CancellationToken cancellationToken)
    {
        var id = person.ToString();
        return new(
            await db.Claims.Where(c => c.Text.Contains(id)).Select(c => c.Id).ToListAsync(cancellationToken),
            await db.Articles.Where(a => a.Text.Contains(id) || a.Title.Contains(id) || db.ArticleRevisions.Any(r => r.ArticleId == a.Id && r.Text.Contains(id)))
                .ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken));
    }

    /// <summary>Erases the person and their texts from the audit trail; returns the event and the snapshots to record.</summary>
    private async Task<(PersonForgotten Forgotten, LeftOver Left)> EraseTrailAsync(PersonId person, OwnWords words, TextsWithId withId, CancellationToken cancellationToken)
    {
        var articles = withId.Articles.Values.Select(n => $"article {n}").ToList();
        var trail = new List<AuditEntry>();
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Who == person || words.AreIn(entry) || (entry.Details is not null && articles.Contains(entry.Subject)))
            {
                trail.Add(entry);
            }
        }

        var lost = trail.Where(e => words.AreIn(e) || articles.Contains(e.Subject)).Select(e => e.Number).ToList();
        var left = await LeftOver.OfAsync(db, trail.Where(e => lost.Contains(e.Number)).Select(e => e.Subject), cancellationToken);
        foreach (var some in lost.Chunk(500))
        {
            await db.Audit.Where(e => some.Contains(e.Number)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Details, (string?)null), cancellationToken);
        }

        await db.Audit.Where(e => e.Who == person).ExecuteUpdateAsync(s => s.SetProperty(e => e.WhoSalt, (string?)null), cancellationToken);
        return (
            new([.. trail.Select(e => e.Number)])
            {
                LedTo = Erasure.WaysOf(trail),
                Lost = lost,
                Made = [.. trail.Where(e => e.Who == person).Select(e => e.Number)],
            },
            left);
    }

    /// <summary>Gives back what they had begun: their claims nobody works on, their reviews and their open votes.</summary>
    private async Task EndWorkAsync(PersonId former, OwnWords words, EventContext context, CancellationToken cancellationToken)
    {
        var gone = words.Claims.Select(c => c.Id).ToList();
        var claims = await db.ClaimsWhole.Where(c => gone.Contains(c.Id) || c.SubmittedBy == former || c.Proposal != null || c.Assignments.Any(a => a.Reviewer == former)
            || c.Ballots.Any(b => b.Reviewer == former)).ToListAsync(cancellationToken);
        foreach (var claim in claims)
        {
            if (claim.Proposal is { } proposal && proposal.By == former)
            {
                db.Apply(context, claim, new ProposalDropped(proposal.Kind));
            }

            if (claim.SubmittedBy == former && claim.Stage == Stage.Submitted)
            {
                db.Apply(context, claim, new ClaimWithdrawn());
            }
            else if (Stages.ToRecuse.Contains(claim.Stage) && claim.IsOpenTo(former)
                && (claim.Panel.Any(a => a.Reviewer == former) || claim.BallotsOfRound.Any(b => b.Reviewer == former)))
            {
                db.Apply(context, claim, new ReviewerRecused(null));
            }

            db.KeepFromOneVoter(context, claim);

            if (gone.Contains(claim.Id))
            {
                claim.Erase(ErasedWords.Claim);
            }
        }
    }

    /// <summary>Marks whatever shows them for an update, and derives anew whatever is derived from a text.</summary>
    private async Task RenewAsync(HashSet<long> shownIn, TextsWithId withId, CancellationToken cancellationToken)
    {
        foreach (var claim in await db.ClaimsWhole.Where(c => shownIn.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            claim.ShowAnew();
            if (withId.Claims.Contains(claim.Id))
            {
                db.Entry(claim).Property(c => c.Text).IsModified = true;
            }
        }

        var articles = withId.Articles.Keys.ToList();
        foreach (var article in await db.Articles.Where(a => articles.Contains(a.Id) && a.Text != ErasedWords.Article).ToListAsync(cancellationToken))
        {
            article.HashAnew();
        }

        foreach (var claim in await db.Claims.Where(c => articles.Contains(c.Appearance!.ArticleId)).ToListAsync(cancellationToken))
        {
            db.Entry(claim).Property(c => c.Text).IsModified = true;
        }
    }
}

/// <summary>The claims, and the articles with their numbers, whose own text contains a person's id.</summary>
internal sealed record TextsWithId(IReadOnlyList<long> Claims, IReadOnlyDictionary<long, int> Articles);
