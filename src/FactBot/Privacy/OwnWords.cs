using FactBot.Audit;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Storage;
using FactBot.Text.Terms;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary>What only one person wrote in a team: first noted, so that it can be found again, then erased.</summary>
internal sealed class OwnWords(FactBotDbContext db, PersonId person)
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
    public async Task FindAsync(CancellationToken cancellationToken)
    {
        prints.Add(person);
        claims = await db.Claims.AsNoTracking().Where(c => c.SubmittedBy == person && NotTaken.Contains(c.Stage)).ToListAsync(cancellationToken);
        claims.AddRange(await FindSplitAsync(cancellationToken));
        var gone = claims.ConvertAll(c => c.Id);
        articles = await db.Articles.AsNoTracking()
            .Where(a => a.AddedBy == person && a.CheckedAt == null
                && !db.Claims.Any(c => c.Appearance!.ArticleId == a.Id && !gone.Contains(c.Id)))
            .ToListAsync(cancellationToken);
        quoting = await db.ClaimsWhole.AsNoTracking().Where(c => c.Sources.Any(s => s.Author == person)).ToListAsync(cancellationToken);
        await NoteAsync(cancellationToken);
    }

    /// <summary>Whether a trail entry holds any of it: the person's actions on claims, or anything about erased data.</summary>
    public bool AreIn(AuditEntry entry) =>
        entry.Details is not null && entry.Event is not (Erasure or TeamEvent)
        && (entry.Who == person && entry.Event is ClaimEvent or ClaimSubmitted or ReviewerEvent
            || entry.Details.Contains($"{person}", StringComparison.Ordinal)
            || Quoted.AreIn(entry)
            || claims.Exists(c => entry.Subject == $"claim {c.Name}")
            || articles.Exists(a => entry.Subject == $"article {a.Number}")
            || entry.Event is SourceEdited edit && quoting.Exists(c => entry.Subject == $"claim {c.Name}" && c.Sources.Any(s => s.Number == edit.Source && s.Author == person)));

    /// <summary>Erases it from the tables; the trail and the changes to claims are handled separately.</summary>
    public async Task EraseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Claims.SelectMany(c => c.Ballots).Where(b => b.Reviewer == person)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Reason, ErasedWords.Reason), cancellationToken);
        await db.Claims.SelectMany(c => c.Assignments).Where(a => a.Reviewer == person && a.Reason != null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Reason, (string?)null), cancellationToken);
        await db.Digests.Where(d => d.Reader == person).ExecuteDeleteAsync(cancellationToken);
        await db.DuplicateSuggestions.Where(Suggestions()).ExecuteDeleteAsync(cancellationToken);
        // Through the context, so that the index of claims loses their text too.
        db.Wordings.RemoveRange(await db.Wordings.Where(w => w.Person == person).ToListAsync(cancellationToken));
        await db.KeptMessages.Where(m => m.Author == person).ExecuteDeleteAsync(cancellationToken);
        await db.KeptTexts.Where(t => t.Text.Contains(person.ToString())).ExecuteDeleteAsync(cancellationToken);
        foreach (var claim in await db.ClaimsWhole.Where(c => c.Sources.Any(s => s.Author == person)).ToListAsync(cancellationToken))
        {
            claim.Sources.Where(s => s.Author == person).ToList().ForEach(s => s.Erase(ErasedWords.Message, now));
        }

        var recused = await db.ClaimsWhole.Where(c => c.Recusals.Any(r => r.Person == person)).ToListAsync(cancellationToken);
        recused.ForEach(c => c.EraseRecusalReason(person));
        await EraseArticlesAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Quoted.EraseAsync(cancellationToken);
        await db.KeptTexts.Where(t => !db.Claims.SelectMany(c => c.Sources).Any(s => s.Archive!.Hash == t.Hash)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Finds claims they submitted that were split, and where nobody works on any part.</summary>
    private async Task<List<Claim>> FindSplitAsync(CancellationToken cancellationToken)
    {
        var split = await db.Claims.AsNoTracking().Where(c => c.SubmittedBy == person && c.Stage == Stage.Split).ToListAsync(cancellationToken);
        var taken = await db.Claims.Where(c => c.PartOf != null && !NotTaken.Contains(c.Stage)).Select(c => c.PartOf).ToListAsync(cancellationToken);
        return split.FindAll(c => !taken.Contains(c.Number));
    }

    private System.Linq.Expressions.Expression<Func<DuplicateSuggestion, bool>> Suggestions()
    {
        // An editor who marked a duplicate turned it into an example, in the submitter's words.
        var texts = claims.ConvertAll(c => c.Text);
        return s => s.Person == person || texts.Contains(s.Text);
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        Add(await db.Claims.SelectMany(c => c.Ballots).Where(b => b.Reviewer == person && b.Reason != ErasedWords.Reason).Select(b => b.Reason).ToListAsync(cancellationToken));
        Add(await db.Claims.SelectMany(c => c.Assignments).Where(a => a.Reviewer == person).Select(a => a.Reason).ToListAsync(cancellationToken));
        var suggestions = await db.DuplicateSuggestions.AsNoTracking().Where(Suggestions()).ToListAsync(cancellationToken);
        Add(suggestions.SelectMany(s => new[] { s.Text, s.Claimant }));
        var wordings = await db.Wordings.Where(w => w.Person == person).Select(w => w.Text).ToListAsync(cancellationToken);
        Add(wordings.SelectMany(w => MatchText.Of(w).Terms.Select(t => t.Stem).Prepend(w)));
        var messages = await db.KeptMessages.Where(m => m.Author == person).ToListAsync(cancellationToken);
        Add(messages.Select(m => m.Text));
        var gone = claims.ConvertAll(c => c.Id);
        await Quoted.AddAsync(messages.Select(m => (m.Text, m.WrittenAt)), gone, cancellationToken);
        await Quoted.AddAsync(claims.Select(c => (c.Text, c.SubmittedAt)), gone, cancellationToken);
        Add(claims.SelectMany(c => new[] { c.Text, c.Claimant }.Concat(MatchText.Of(c.Text).Terms.Select(t => t.Stem))));
        Add(quoting.SelectMany(c => c.Sources).Where(s => s.Author == person).SelectMany(s => s.Edits.Select(e => e.Quote).Append(s.Quote)));
        var sources = quoting.SelectMany(c => c.Sources).Where(s => s.Author == person).ToList();
        var kept = sources.Select(s => s.Archive?.Hash).ToList();
        var pages = await db.KeptTexts.Where(t => kept.Contains(t.Hash)).Select(t => t.Text).ToListAsync(cancellationToken);
        Add(pages);
        var since = sources.Select(s => s.WrittenAt ?? s.AddedAt).DefaultIfEmpty().Min();
        await Quoted.AddAsync(pages.Select(t => (t, since)), gone, cancellationToken);
        await Quoted.AddAsync(sources.Select(s => (s.Quote ?? "", s.WrittenAt ?? s.AddedAt)), gone, cancellationToken);
        var recused = await db.Claims.AsNoTracking().Where(c => c.Recusals.Any(r => r.Person == person)).ToListAsync(cancellationToken);
        Add(recused.SelectMany(c => c.Recusals).Where(r => r.Person == person).Select(r => r.Reason));
        var ids = articles.ConvertAll(a => a.Id);
        Add(articles.SelectMany(a => new[] { a.Title, a.Text, a.Byline }));
        Add(await db.ArticleRevisions.Where(r => ids.Contains(r.ArticleId)).Select(r => r.Text).ToListAsync(cancellationToken));
    }

    private void Add(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            prints.Add(text);
        }
    }

    private async Task EraseArticlesAsync(CancellationToken cancellationToken)
    {
        var ids = articles.ConvertAll(a => a.Id);
        await db.ArticleRevisions.Where(r => ids.Contains(r.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var article in await db.Articles.Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            var text = article.Text;
            await db.SuggestionFeedback.Where(c => text.Contains(c.Sentence)).ExecuteDeleteAsync(cancellationToken);
            article.Erase(ErasedWords.Article);
        }
    }
}
