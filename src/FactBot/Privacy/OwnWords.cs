using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Evidence;
using FactBot.Matching;
using FactBot.Posts;
using FactBot.Storage;
using FactBot.Text.Terms;
using FactBot.Votes;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>What only one person wrote in a team: first noted, so that it can be found again, then erased.</summary>
internal sealed class OwnWords(DeskContext db, PersonId person)
{
    /// <summary>The stages in which nobody works on a claim.</summary>
    private static readonly Stage[] NotTaken = [Stage.Submitted, Stage.Withdrawn, Stage.Rejected, Stage.Duplicate];

    private readonly Fingerprints prints = Fingerprints.Begin();

    private List<Claim> claims = [];
    private List<Article> articles = [];
    private List<Claim> quoting = [];

    /// <summary>The erased text where others quoted it.</summary>
    public QuotedWords Quoted { get; } = new(db);

    /// <summary>Fingerprints of what was found, to find it again.</summary>
    public Fingerprints Prints => prints;

    /// <summary>Their claims whose text is erased: nobody accepted them, or they were turned away.</summary>
    public IReadOnlyList<Claim> Claims => claims;

    /// <summary>Notes what there is. Call it before anything has changed.</summary>
    public async Task FindAsync(CancellationToken cancel)
    {
        prints.Add(person);
        claims = await db.Claims.AsNoTracking().Where(c => c.SubmittedBy == person && NotTaken.Contains(c.Stage)).ToListAsync(cancel);
        claims.AddRange(await FindSplitAsync(cancel));
        var gone = claims.ConvertAll(c => c.Id);
        articles = await db.Articles.AsNoTracking()
            .Where(a => a.AddedBy == person && a.CheckedAt == null
                && !db.Claims.Any(c => c.Appearance!.ArticleId == a.Id && !gone.Contains(c.Id)))
            .ToListAsync(cancel);
        quoting = await db.ClaimsWhole.AsNoTracking().Where(c => c.Sources.Any(s => s.Author == person)).ToListAsync(cancel);
        await NoteAsync(cancel);
    }

    /// <summary>Whether a trail entry holds any of it: the person's actions on claims, or anything about erased data.</summary>
    public bool AreIn(AuditEntry entry) =>
        entry.Details is not null && entry.Deed is not (Erasure or TeamDeed)
        && (entry.Who == person && entry.Deed is ClaimDeed or ClaimSubmitted or ReviewerDeed
            || entry.Details.Contains($"{person}", StringComparison.Ordinal)
            || Quoted.AreIn(entry)
            || claims.Exists(c => entry.Subject == $"claim {c.Name}")
            || articles.Exists(a => entry.Subject == $"article {a.Number}")
            || entry.Deed is SourceEdited edit && quoting.Exists(c => entry.Subject == $"claim {c.Name}" && c.Sources.Any(s => s.Number == edit.Source && s.Author == person)));

    /// <summary>Erases it from the tables; the trail and the changes to claims are handled separately.</summary>
    public async Task EraseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await db.Claims.SelectMany(c => c.Ballots).Where(b => b.Reviewer == person)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Reason, Ballot.NoReason), cancel);
        await db.Claims.SelectMany(c => c.Assignments).Where(a => a.Reviewer == person && a.Reason != null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Reason, (string?)null), cancel);
        await db.Digests.Where(d => d.Reader == person).ExecuteDeleteAsync(cancel);
        await db.Offers.Where(Offers()).ExecuteDeleteAsync(cancel);
        // Through the context, so that the index of claims loses their text too.
        db.Wordings.RemoveRange(await db.Wordings.Where(w => w.Person == person).ToListAsync(cancel));
        await db.KeptMessages.Where(m => m.Author == person).ExecuteDeleteAsync(cancel);
        await db.KeptTexts.Where(t => t.Text.Contains(person.ToString())).ExecuteDeleteAsync(cancel);
        foreach (var claim in await db.ClaimsWhole.Where(c => c.Sources.Any(s => s.Author == person)).ToListAsync(cancel))
        {
            claim.Sources.Where(s => s.Author == person).ToList().ForEach(s => s.Erase(now));
        }

        var recused = await db.ClaimsWhole.Where(c => c.Recusals.Any(r => r.Person == person)).ToListAsync(cancel);
        recused.ForEach(c => c.EraseRecusalReason(person));
        await EraseArticlesAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await Quoted.EraseAsync(cancel);
        await db.KeptTexts.Where(t => !db.Claims.SelectMany(c => c.Sources).Any(s => s.Archive!.Hash == t.Hash)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Finds claims they submitted that were split, and where nobody works on any part.</summary>
    private async Task<List<Claim>> FindSplitAsync(CancellationToken cancel)
    {
        var split = await db.Claims.AsNoTracking().Where(c => c.SubmittedBy == person && c.Stage == Stage.Split).ToListAsync(cancel);
        var taken = await db.Claims.Where(c => c.PartOf != null && !NotTaken.Contains(c.Stage)).Select(c => c.PartOf).ToListAsync(cancel);
        return split.FindAll(c => !taken.Contains(c.Number));
    }

    private System.Linq.Expressions.Expression<Func<Offer, bool>> Offers()
    {
        // An editor who marked a duplicate turned it into an example, in the submitter's words.
        var texts = claims.ConvertAll(c => c.Text);
        return o => o.Person == person || texts.Contains(o.Text);
    }

    private async Task NoteAsync(CancellationToken cancel)
    {
        Add(await db.Claims.SelectMany(c => c.Ballots).Where(b => b.Reviewer == person && b.Reason != Ballot.NoReason).Select(b => b.Reason).ToListAsync(cancel));
        Add(await db.Claims.SelectMany(c => c.Assignments).Where(a => a.Reviewer == person).Select(a => a.Reason).ToListAsync(cancel));
        var offers = await db.Offers.AsNoTracking().Where(Offers()).ToListAsync(cancel);
        Add(offers.SelectMany(o => new[] { o.Text, o.Claimant }));
        var wordings = await db.Wordings.Where(w => w.Person == person).Select(w => w.Text).ToListAsync(cancel);
        Add(wordings.SelectMany(w => MatchText.Of(w).Terms.Select(t => t.Stem).Prepend(w)));
        var messages = await db.KeptMessages.Where(m => m.Author == person).ToListAsync(cancel);
        Add(messages.Select(m => m.Text));
        await Quoted.AddAsync(messages.Select(m => (m.Text, m.WrittenAt)), cancel);
        await Quoted.AddAsync(claims.Select(c => (c.Text, c.SubmittedAt)), cancel);
        Add(claims.SelectMany(c => new[] { c.Text, c.Claimant }.Concat(MatchText.Of(c.Text).Terms.Select(t => t.Stem))));
        Add(quoting.SelectMany(c => c.Sources).Where(s => s.Author == person).SelectMany(s => s.Edits.Select(e => e.Quote).Append(s.Quote)));
        var sources = quoting.SelectMany(c => c.Sources).Where(s => s.Author == person).ToList();
        var kept = sources.Select(s => s.Archive?.Hash).ToList();
        var pages = await db.KeptTexts.Where(t => kept.Contains(t.Hash)).Select(t => t.Text).ToListAsync(cancel);
        Add(pages);
        var since = sources.Select(s => s.WrittenAt ?? s.AddedAt).DefaultIfEmpty().Min();
        await Quoted.AddAsync(pages.Select(t => (t, since)), cancel);
        await Quoted.AddAsync(sources.Select(s => (s.Quote ?? "", s.WrittenAt ?? s.AddedAt)), cancel);
        var recused = await db.Claims.AsNoTracking().Where(c => c.Recusals.Any(r => r.Person == person)).ToListAsync(cancel);
        Add(recused.SelectMany(c => c.Recusals).Where(r => r.Person == person).Select(r => r.Reason));
        var ids = articles.ConvertAll(a => a.Id);
        Add(articles.SelectMany(a => new[] { a.Title, a.Text, a.Byline }));
        Add(await db.ArticleRevisions.Where(r => ids.Contains(r.ArticleId)).Select(r => r.Text).ToListAsync(cancel));
    }

    private void Add(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            prints.Add(text);
        }
    }

    private async Task EraseArticlesAsync(CancellationToken cancel)
    {
        var ids = articles.ConvertAll(a => a.Id);
        await db.ArticleRevisions.Where(r => ids.Contains(r.ArticleId)).ExecuteDeleteAsync(cancel);
        foreach (var article in await db.Articles.Where(a => ids.Contains(a.Id)).ToListAsync(cancel))
        {
            var text = article.Text;
            await db.Choosings.Where(c => text.Contains(c.Sentence)).ExecuteDeleteAsync(cancel);
            article.Erase();
        }
    }
}
