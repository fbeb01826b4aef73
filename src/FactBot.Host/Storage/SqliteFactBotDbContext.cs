using FactBot.Domain.Claims;
using FactBot.Matching;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Storage;
using FactBot.Text.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FactBot.Host.Storage;

/// <summary>FactBot's database on SQLite.</summary>
public sealed class SqliteFactBotDbContext(DbContextOptions<SqliteFactBotDbContext> options, WriteTurn turn, TimeProvider time)
    : FactBotDbContext(options, turn, time)
{
    /// <summary>See <see cref="Post.DueAt"/>. In SQLite, <c>max</c> of something and null is null.</summary>
    private const string DueAt = """
        CASE WHEN "Shown" < "Wanted" OR ("ErasedBy" IS NOT NULL AND "FormerMessage" IS NULL) THEN "NextTryAt"
        WHEN "Message" IS NOT NULL THEN max("NextTryAt", nullif(min(
            CASE WHEN ("WantsThread" AND "Thread" IS NULL) OR "ThreadErasedBy" IS NOT NULL THEN "NextThreadTryAt" ELSE 9000000000000000 END,
            CASE WHEN "FormerMessage" IS NOT NULL THEN "NextMarkTryAt" ELSE 9000000000000000 END), 9000000000000000)) END
        """;

    /// <summary>The recent starts of gateway sessions.</summary>
    public DbSet<Identify> Identifies => Set<Identify>();

    /// <summary>The gateway sessions waiting for the next process.</summary>
    public DbSet<SessionLeft> SessionsLeft => Set<SessionLeft>();

    public override IClaimSearch ClaimSearch => new ClaimSearch(this);

    public override IErasedFiles ErasedFiles => new ErasedFiles(this);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(SecureDelete.Everywhere);

    protected override bool IsOfDisk(Exception failure) => DatabaseTroubles.Find(failure) is not null and not DatabaseTrouble.Locked;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Post>().Property(p => p.DueAt).HasComputedColumnSql(DueAt, stored: false);
        var left = modelBuilder.Entity<SessionLeft>();
        left.Property(s => s.Id).ValueGeneratedNever();
        left.ComplexProperty(s => s.Session);
    }

    /// <summary>Saves, and updates the claim index in the same transaction.</summary>
    protected override async Task<int> SaveInTurnAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var changed = ChangeTracker.Entries<Claim>()
            .Where(c => c.State == EntityState.Added || c.Property(x => x.Text).IsModified || c.Entity.Verdicts.Any(v => Entry(v).State is EntityState.Added or EntityState.Modified))
            .Select(c => c.Entity).ToList();
        var worded = ChangeTracker.Entries<Wording>().Where(w => w.State is EntityState.Added or EntityState.Deleted)
            .Select(w => (w.Entity.TeamId, w.Entity.Claim)).Distinct().ToList();
        // A verdict that was held back becomes public when its post is created.
        var goneOut = ChangeTracker.Entries<Post>()
            .Where(p => p is { State: EntityState.Added, Entity.Kind: PostKind.Verdict }).Select(p => p.Entity.Subject).ToList();
        if (changed.Count + goneOut.Count + worded.Count == 0)
        {
            return await base.SaveInTurnAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveInTurnAsync(acceptAllChangesOnSuccess, cancellationToken);
        var index = new ClaimSearch(this);
        var claims = Claims.IgnoreQueryFilters().Where(c => c.Verdicts.Any(v => goneOut.Contains(v.Id))).Select(c => c.Id);
        foreach (var claim in changed.Select(c => c.Id).Union(goneOut.Count == 0 ? [] : await claims.ToListAsync(cancellationToken)))
        {
            await index.PutAsync(claim, cancellationToken);
        }

        foreach (var (team, number) in worded)
        {
            await index.PutAsync(await Claims.IgnoreQueryFilters().Where(c => c.TeamId == team && c.Number == number).Select(c => c.Id).SingleAsync(cancellationToken), cancellationToken);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }
}

/// <summary>Creates the context for <c>dotnet ef migrations add</c>.</summary>
internal sealed class SqliteFactBotDbContextFactory : IDesignTimeDbContextFactory<SqliteFactBotDbContext>
{
    public SqliteFactBotDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteFactBotDbContext>().UseSqlite("Data Source=:memory:").Options,
        new WriteTurn(),
        TimeProvider.System);
}
