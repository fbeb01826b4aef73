using FactBot.Domain;
using FactBot.Host.Storage;
using FactBot.Storage;
using FactBot.Text.Learning;
using FactBot.Text.Matching;
using FactBot.Text.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Benchmarks;

/// <summary>A collection of claims as a team's, in the real index in a SQLite file of its own.</summary>
internal sealed class ClaimCollection : IAsyncDisposable
{
    private static readonly TeamId Team = new(1);

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-benchmarks-").FullName;
    private readonly WriteTurn turn = new();
    private readonly SqliteFactBotDbContext db;
    private readonly ClaimSearch search;
    private readonly List<CollectedClaim> claims = [];

    private ClaimCollection()
    {
        var path = Path.Combine(folder, "claims.db");
        db = new SqliteFactBotDbContext(
            new DbContextOptionsBuilder<SqliteFactBotDbContext>().UseSqlite(DatabaseFile.ConnectionString(path)).Options, turn, TimeProvider.System)
        {
            CurrentTeam = Team,
        };
        search = new ClaimSearch(db);
    }

    public static async Task<ClaimCollection> OpenAsync(IEnumerable<CollectedClaim> claims)
    {
        var collection = new ClaimCollection();
        await collection.db.Database.OpenConnectionAsync();
        await collection.db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        await collection.search.CreateAsync(CancellationToken.None);
        await using var transaction = await collection.db.Database.BeginTransactionAsync();
        foreach (var claim in claims)
        {
            collection.claims.Add(claim);
            await collection.search.PutAsync(new ClaimTexts(collection.claims.Count, Team, claim.Text, claim.Title, claim.Subtitle, []), CancellationToken.None);
        }

        await transaction.CommitAsync();
        return collection;
    }

    /// <summary>The claims nearest to the text, without those that are hidden.</summary>
    public async Task<IReadOnlyList<(string Id, Comparison Claim, double Probability)>> FindAsync(
        string text, Logistic model, IReadOnlySet<string>? hidden = null)
    {
        var found = await ClaimRanking.FindAsync(text, search, ids => Task.FromResult<IReadOnlyList<KnownClaim>>(
            [.. ids.Where(id => hidden?.Contains(claims[(int)id - 1].Id) is not true).Select(Read)]), model, CancellationToken.None);
        return [.. found.Select(f => (claims[(int)f.Claim.Claim.Id - 1].Id, f.Claim, f.Probability))];
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        turn.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private KnownClaim Read(long id)
    {
        var claim = claims[(int)id - 1];
        return new(id, MatchText.Of(claim.Text), MatchText.Of(claim.Title), MatchText.Of(claim.Subtitle), claim.Date);
    }
}
