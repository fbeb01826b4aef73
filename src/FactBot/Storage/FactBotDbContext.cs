using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Articles;
using FactBot.Domain.Assignments;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Digests;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Matching;
using FactBot.Pages;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Suggestions;
using FactBot.Teams;
using FactBot.Text.Characters;
using FactBot.Text.Matching;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Storage;

/// <summary>
/// The database. Queries see only the rows of <see cref="CurrentTeam"/> unless they opt out. Saves take turns within the
/// process.
/// </summary>
public abstract partial class FactBotDbContext(DbContextOptions options, WriteTurn turn, TimeProvider time) : DbContext(options)
{
    private bool holdsTurn;
    private bool hasMadeDue;

    /// <summary>The team whose rows queries see.</summary>
    public TeamId CurrentTeam { get; set; }

    internal TimeProvider Time => time;

    /// <summary>The index of the current team's claims.</summary>
    public abstract IClaimSearch ClaimSearch { get; }

    /// <summary>The files that erasures have to clear besides the tables.</summary>
    public abstract IErasedFiles ErasedFiles { get; }

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Post> Posts => Set<Post>();

    /// <summary>The reviewers the bot knows of.</summary>
    public DbSet<Reviewer> Reviewers => Set<Reviewer>();

    public DbSet<DuplicateSuggestion> DuplicateSuggestions => Set<DuplicateSuggestion>();

    /// <summary>Other wordings that lead to claims.</summary>
    public DbSet<Wording> Wordings => Set<Wording>();

    /// <summary>Earlier texts of articles.</summary>
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    /// <summary>The team's feedback on which suggested sentences are worth checking.</summary>
    public DbSet<SuggestionFeedback> SuggestionFeedback => Set<SuggestionFeedback>();

    public DbSet<KeptText> KeptTexts => Set<KeptText>();

    public DbSet<KeptMessage> KeptMessages => Set<KeptMessage>();

    /// <summary>How much of their daily quotas people have used.</summary>
    public DbSet<QuotaUse> QuotaUses => Set<QuotaUse>();

    public DbSet<SetupDraft> SetupDrafts => Set<SetupDraft>();

    /// <summary>Erasures whose traces have yet to be removed.</summary>
    public DbSet<OpenErasure> OpenErasures => Set<OpenErasure>();

    /// <summary>Unfinished attempts to fetch pages.</summary>
    public DbSet<PageTry> PageTries => Set<PageTry>();

    /// <summary>Claims with their sources, assignments, ballots, verdicts and upvotes.</summary>
    public IQueryable<Claim> ClaimsWhole => Claims
        .Include(c => c.Sources).Include(c => c.Assignments).Include(c => c.Ballots).Include(c => c.Verdicts)
        .Include(c => c.Upvotes)
        .AsSplitQuery();

    /// <summary>Returns the claim with a number as people write it, <c>12</c> or <c>#12</c>; refuses if there is none.</summary>
    public async Task<Claim> GetClaimAsync(string number, CancellationToken cancellationToken)
    {
        return await FindClaimAsync(number, cancellationToken) ?? throw new DeskRuleException(
            $"There is no claim “{Clip.To(number, 40)}” here; {new CommandName("claim list")} shows those there are.");
    }

    /// <summary>Finds the claim with a number as people write it; null if there is none.</summary>
    public async Task<Claim?> FindClaimAsync(string number, CancellationToken cancellationToken) =>
        // Without a limit, which each of the queries for the claim's parts would otherwise wrap around the claim again.
        NumberIn(number) is { } n ? (await ClaimsWhole.Where(c => c.Number == n).ToListAsync(cancellationToken)).SingleOrDefault() : null;

    /// <summary>Returns the requester's duplicate suggestion; refuses if it is gone, someone else's or answered.</summary>
    public async Task<DuplicateSuggestion> GetOfferAsync(Request request, CancellationToken cancellationToken)
    {
        var id = long.TryParse(request.FindText("offer"), out var number) ? number : 0;
        var suggestion = await DuplicateSuggestions.FirstOrDefaultAsync(s => s.Id == id && s.Person == request.Person.Id, cancellationToken)
            ?? throw new DeskRuleException($"That offer is gone; submit the claim again with {new CommandName("claim submit")}.");
        return suggestion.IsSame switch
        {
            null => suggestion,
            true => throw new DeskRuleException($"You've already chosen #{suggestion.Offered} for this, and nothing new was submitted. Follow it with {new CommandName("claim show")}."),
            false => throw new DeskRuleException($"You've already submitted this claim; {new CommandName("claim list")} shows it."),
        };
    }

    /// <summary>Keeps a text as evidence, once per team, and returns its hash. The caller saves.</summary>
    public async Task<string> KeepAsync(string text, CancellationToken cancellationToken)
    {
        var hash = Article.HashOf(text);
        if (await KeptTexts.FindAsync([CurrentTeam, hash], cancellationToken) is null)
        {
            KeptTexts.Add(new KeptText(CurrentTeam, hash, text));
        }

        return hash;
    }

    /// <summary>Returns the article with a number as people write it; refuses if there is none.</summary>
    public async Task<Article> GetArticleAsync(string number, CancellationToken cancellationToken)
    {
        var article = NumberIn(number) is { } n
            ? await Articles.FirstOrDefaultAsync(a => a.Number == n, cancellationToken)
            : null;
        return article ?? throw new DeskRuleException(
            $"There is no article “{Clip.To(number, 40)}” here; {new CommandName("article list")} shows those there are.");
    }

    /// <summary>
    /// Makes all other writers in the process wait until it is disposed, so that a change is sure to be saved; null if the turn
    /// is held already.
    /// </summary>
    public async Task<IDisposable?> HoldTurnAsync(CancellationToken cancellationToken)
    {
        var held = holdsTurn ? null : await turn.TakeAsync(cancellationToken, () =>
        {
            holdsTurn = false;
            TellLoop();
        });
        holdsTurn = true;
        return held;
    }

    /// <summary>Whether it's this context's turn to save, from the first statement to the last.</summary>
    internal bool IsSaving { get; private set; }

    /// <summary>Has the loop look for what is due, once this change is saved.</summary>
    internal void HasMadeDue() => hasMadeDue = true;

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var held = holdsTurn ? null : await turn.TakeAsync(cancellationToken);
        IsSaving = true;
        try
        {
            var marks = await PostMarks.BeginAsync(this, cancellationToken);
            await using var transaction = marks.GoOn && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            var saved = await SaveInTurnAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (marks.GoOn)
            {
                await marks.GoOnAsync(cancellationToken);
                await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            hasMadeDue |= marks.IsSooner;
            return saved;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw new NotKeptException(e);
        }
        finally
        {
            IsSaving = false;
            if (!holdsTurn)
            {
                TellLoop();
            }
        }
    }

    /// <summary>Whether a save failed because of the disk or the database's file, rather than what was saved.</summary>
    protected virtual bool IsOfDisk(Exception failure) => false;

    /// <summary>Saves while no other writer in the process does. A database also saves what it derives from changes.</summary>
    protected virtual Task<int> SaveInTurnAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TeamId>().HaveConversion<TeamIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<ChannelId>().HaveConversion<ChannelIdConverter>();
        configurationBuilder.Properties<RoleId>().HaveConversion<RoleIdConverter>();
        configurationBuilder.Properties<MessageId>().HaveConversion<MessageIdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<QuietHours>().HaveConversion<QuietHoursConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FactBotDbContext).Assembly);
        modelBuilder.Entity<Article>().HasQueryFilter(a => a.TeamId == CurrentTeam);
        modelBuilder.Entity<Claim>().HasQueryFilter(c => c.TeamId == CurrentTeam);
        modelBuilder.Entity<Digest>().HasQueryFilter(d => d.TeamId == CurrentTeam);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(e => e.TeamId == CurrentTeam);
        modelBuilder.Entity<Post>().HasQueryFilter(p => p.TeamId == CurrentTeam);
        modelBuilder.Entity<Reviewer>().HasQueryFilter(r => r.TeamId == CurrentTeam);
        modelBuilder.Entity<DuplicateSuggestion>().HasQueryFilter(s => s.TeamId == CurrentTeam);
        modelBuilder.Entity<Wording>().HasQueryFilter(w => w.TeamId == CurrentTeam);
        modelBuilder.Entity<ArticleRevision>().HasQueryFilter(r => r.TeamId == CurrentTeam);
        modelBuilder.Entity<SuggestionFeedback>().HasQueryFilter(f => f.TeamId == CurrentTeam);
        modelBuilder.Entity<KeptText>().HasQueryFilter(t => t.TeamId == CurrentTeam);
        modelBuilder.Entity<SetupDraft>().HasQueryFilter(d => d.TeamId == CurrentTeam);
        modelBuilder.Entity<QuotaUse>().HasQueryFilter(u => u.TeamId == CurrentTeam);
        modelBuilder.Entity<KeptMessage>().HasQueryFilter(m => m.TeamId == CurrentTeam);
        modelBuilder.Entity<OpenErasure>().HasQueryFilter(e => e.TeamId == CurrentTeam);
    }

    private void TellLoop()
    {
        if (hasMadeDue)
        {
            hasMadeDue = false;
            turn.Due.Raise();
        }
    }

    private static int? NumberIn(string text) =>
        int.TryParse(text.Trim().TrimStart('#'), out var number) ? number : null;
}
