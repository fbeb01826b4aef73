using FactBot.Articles;
using FactBot.Audit;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Digests;
using FactBot.Posts;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Storage;

/// <summary>
/// All that the desk keeps. A query sees the rows of <see cref="CurrentTeam"/> alone, unless it says otherwise. Saves
/// take turns within the process.
/// </summary>
public abstract class DeskContext(DbContextOptions options, WriteTurn turn, TimeProvider time) : DbContext(options)
{
    private bool holdsTurn;

    /// <summary>Whose rows the queries see.</summary>
    public TeamId CurrentTeam { get; set; }

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Claims with their sources, assignments, ballots and verdicts.</summary>
    public IQueryable<Claim> ClaimsWhole => Claims
        .Include(c => c.Sources).Include(c => c.Assignments).Include(c => c.Ballots).Include(c => c.Verdicts)
        .AsSplitQuery();

    /// <summary>The claim of a number as people write it, <c>12</c> or <c>#12</c>; a refusal where there is none.</summary>
    public async Task<Claim> GetClaimAsync(string number, CancellationToken cancel)
    {
        var claim = NumberIn(number) is { } n
            ? await ClaimsWhole.FirstOrDefaultAsync(c => c.Number == n, cancel)
            : null;
        return claim ?? throw new DeskRuleException(
            $"There is no claim “{Clip.To(number, 40)}” here; {new CommandName("claim list")} shows those there are.");
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

    /// <summary>Saves a change together with its entry in the team's audit trail.</summary>
    public Task RecordAsync(
        Team team, Request request, string action, string subject, CancellationToken cancel)
    {
        var fact = new AuditFact(request.Person.Id, action, subject, request.Id);
        Audit.Add(team.Record(fact, time.GetUtcNow()));
        return SaveChangesAsync(cancel);
    }

    /// <summary>Keeps all other writers of the process waiting until it is disposed, so that a change is sure to be saved.</summary>
    public async Task<IDisposable> HoldTurnAsync(CancellationToken cancel)
    {
        var held = await turn.TakeAsync(cancel);
        holdsTurn = true;
        return held;
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var held = holdsTurn ? null : await turn.TakeAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TeamId>().HaveConversion<TeamIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<ChannelId>().HaveConversion<ChannelIdConverter>();
        configurationBuilder.Properties<RoleId>().HaveConversion<RoleIdConverter>();
        configurationBuilder.Properties<MessageId>().HaveConversion<MessageIdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
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
    }

    private static int? NumberIn(string text) =>
        int.TryParse(text.Trim().TrimStart('#'), out var number) ? number : null;
}
