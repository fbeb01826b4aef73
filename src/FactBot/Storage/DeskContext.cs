using FactBot.Articles;
using FactBot.Assignments;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Evidence;
using FactBot.Matching;
using FactBot.Pages;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Quotas;
using FactBot.Reminders;
using FactBot.Suggestions;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Storage;

/// <summary>
/// All that the desk keeps. A query sees the rows of <see cref="CurrentTeam"/> alone, unless it says otherwise. Saves
/// take turns within the process.
/// </summary>
public abstract partial class DeskContext(DbContextOptions options, WriteTurn turn, TimeProvider time) : DbContext(options)
{
    private bool holdsTurn;

    /// <summary>Whose rows the queries see.</summary>
    public TeamId CurrentTeam { get; set; }

    internal TimeProvider Time => time;

    /// <summary>The index of the current team's claims.</summary>
    public abstract IClaimSearch ClaimSearch { get; }

    /// <summary>Where erasures have to leave from besides the tables.</summary>
    public abstract IErasedFiles ErasedFiles { get; }

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Post> Posts => Set<Post>();

    /// <summary>The reviewers that the desk has met.</summary>
    public DbSet<Reviewer> Reviewers => Set<Reviewer>();

    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>Other words that lead to claims.</summary>
    public DbSet<Wording> Wordings => Set<Wording>();

    /// <summary>What articles said before they were changed.</summary>
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    /// <summary>Which suggested sentences the team found worth checking.</summary>
    public DbSet<Choosing> Choosings => Set<Choosing>();

    public DbSet<KeptText> KeptTexts => Set<KeptText>();

    public DbSet<KeptMessage> KeptMessages => Set<KeptMessage>();

    /// <summary>How much of their daily quotas people have used.</summary>
    public DbSet<QuotaUse> QuotaUses => Set<QuotaUse>();

    public DbSet<SetupDraft> SetupDrafts => Set<SetupDraft>();

    /// <summary>Erasures whose traces are still to be removed.</summary>
    public DbSet<OpenErasure> OpenErasures => Set<OpenErasure>();

    /// <summary>The tries at pages that came to no end yet.</summary>
    public DbSet<PageTry> PageTries => Set<PageTry>();

    /// <summary>Claims with their sources, assignments, ballots, verdicts and wants.</summary>
    public IQueryable<Claim> ClaimsWhole => Claims
        .Include(c => c.Sources).Include(c => c.Assignments).Include(c => c.Ballots).Include(c => c.Verdicts)
        .Include(c => c.Wants)
        .AsSplitQuery();

    /// <summary>The claim of a number as people write it, <c>12</c> or <c>#12</c>; a refusal where there is none.</summary>
    public async Task<Claim> GetClaimAsync(string number, CancellationToken cancel)
    {
        return await FindClaimAsync(number, cancel) ?? throw new DeskRuleException(
            $"There is no claim “{Clip.To(number, 40)}” here; {new CommandName("claim list")} shows those there are.");
    }

    /// <summary>The claim of a number as people write it; null where there is none.</summary>
    public async Task<Claim?> FindClaimAsync(string number, CancellationToken cancel) =>
        NumberIn(number) is { } n ? await ClaimsWhole.FirstOrDefaultAsync(c => c.Number == n, cancel) : null;

    /// <summary>What the person of the request was about to submit; a refusal where that is gone, somebody else's or answered already.</summary>
    public async Task<Offer> GetOfferAsync(Request request, CancellationToken cancel)
    {
        var id = long.TryParse(request.FindText("offer"), out var number) ? number : 0;
        var offer = await Offers.FirstOrDefaultAsync(o => o.Id == id && o.Person == request.Person.Id, cancel)
            ?? throw new DeskRuleException($"That offer is gone; submit the claim again with {new CommandName("claim submit")}.");
        return offer.IsSame switch
        {
            null => offer,
            true => throw new DeskRuleException($"You've already chosen #{offer.Offered} for this, and nothing new was submitted. Follow it with {new CommandName("claim show")}."),
            false => throw new DeskRuleException($"You've already submitted this claim; {new CommandName("claim list")} shows it."),
        };
    }

    /// <summary>Keeps a text as evidence, once in the team, and gives its hash; saving is still to come.</summary>
    public async Task<string> KeepAsync(string text, CancellationToken cancel)
    {
        var hash = Article.HashOf(text);
        if (await KeptTexts.FindAsync([CurrentTeam, hash], cancel) is null)
        {
            KeptTexts.Add(new KeptText(CurrentTeam, hash, text));
        }

        return hash;
    }

    /// <summary>The article of a number as people write it; a refusal where there is none.</summary>
    public async Task<Article> GetArticleAsync(string number, CancellationToken cancel)
    {
        var article = NumberIn(number) is { } n
            ? await Articles.FirstOrDefaultAsync(a => a.Number == n, cancel)
            : null;
        return article ?? throw new DeskRuleException(
            $"There is no article “{Clip.To(number, 40)}” here; {new CommandName("article list")} shows those there are.");
    }

    /// <summary>
    /// Keeps all other writers of the process waiting until it is disposed, so that a change is sure to be saved; null where
    /// that is so already.
    /// </summary>
    public async Task<IDisposable?> HoldTurnAsync(CancellationToken cancel)
    {
        var held = holdsTurn ? null : await turn.TakeAsync(cancel, () => holdsTurn = false);
        holdsTurn = true;
        return held;
    }

    /// <summary>Whether anything was saved, so that there may be something to post.</summary>
    public bool HasSaved { get; private set; }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var held = holdsTurn ? null : await turn.TakeAsync(cancellationToken);
        try
        {
            var saved = await SaveInTurnAsync(acceptAllChangesOnSuccess, cancellationToken);
            HasSaved |= saved > 0;
            return saved;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw new NotKeptException(e);
        }
    }

    /// <summary>Whether a save failed because of the disk or the database's file, and not because of what was saved.</summary>
    protected virtual bool IsOfDisk(Exception failure) => false;

    /// <summary>Saves, while no other writer of the process does; a database brings along what it derives from the changes.</summary>
    protected virtual Task<int> SaveInTurnAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);

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
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskContext).Assembly);
        modelBuilder.Entity<Article>().HasQueryFilter(a => a.TeamId == CurrentTeam);
        modelBuilder.Entity<Claim>().HasQueryFilter(c => c.TeamId == CurrentTeam);
        modelBuilder.Entity<Digest>().HasQueryFilter(d => d.TeamId == CurrentTeam);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(e => e.TeamId == CurrentTeam);
        modelBuilder.Entity<Post>().HasQueryFilter(p => p.TeamId == CurrentTeam);
        modelBuilder.Entity<Reviewer>().HasQueryFilter(r => r.TeamId == CurrentTeam);
        modelBuilder.Entity<Offer>().HasQueryFilter(o => o.TeamId == CurrentTeam);
        modelBuilder.Entity<Wording>().HasQueryFilter(w => w.TeamId == CurrentTeam);
        modelBuilder.Entity<ArticleRevision>().HasQueryFilter(r => r.TeamId == CurrentTeam);
        modelBuilder.Entity<Choosing>().HasQueryFilter(c => c.TeamId == CurrentTeam);
        modelBuilder.Entity<KeptText>().HasQueryFilter(t => t.TeamId == CurrentTeam);
        modelBuilder.Entity<SetupDraft>().HasQueryFilter(d => d.TeamId == CurrentTeam);
        modelBuilder.Entity<QuotaUse>().HasQueryFilter(u => u.TeamId == CurrentTeam);
        modelBuilder.Entity<KeptMessage>().HasQueryFilter(m => m.TeamId == CurrentTeam);
        modelBuilder.Entity<OpenErasure>().HasQueryFilter(e => e.TeamId == CurrentTeam);
    }

    private static int? NumberIn(string text) =>
        int.TryParse(text.Trim().TrimStart('#'), out var number) ? number : null;
}
