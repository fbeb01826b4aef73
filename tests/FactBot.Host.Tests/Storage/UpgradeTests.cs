using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Host.Storage;
using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Storage;

public sealed class UpgradeTests : IDisposable
{
    private const string FirstVersion = "20261123003944_Initial";

    /// <summary>A published claim of two rounds, from an article, and one under review, as the first version kept them.</summary>
    private const string Rows = """
        INSERT INTO Teams VALUES (9000, 101, 102, 103, 201, 202, 'Europe/Kyiv', '08:30:00', 1000, 1000, 'default', 5, 2, 24, 2, 0, 3, 'head', 7);
        INSERT INTO Claims (Id, TeamId, Number, Text, SubmittedBy, SubmittedAt, Stage, Round, AgreedRating, Revision) VALUES
            (1, 9000, 1, 'The plan has 28 points.', 6, 2000, 'Published', 2, 'false', 9),
            (2, 9000, 2, 'It was signed in Oslo.', 6, 3000, 'Open', 1, NULL, 3);
        INSERT INTO Articles (Id, TeamId, Number, Title, Text, ContentHash, AddedBy, AddedAt) VALUES
            (1, 9000, 1, 'Envoy and plan', 'The plan has 28 points.', 'hash', 6, 1500);
        UPDATE Claims SET Appearance_ArticleId = 1, Appearance_ArticleNumber = 1, Appearance_Exact = Text, Appearance_Prefix = '',
            Appearance_Suffix = '', Appearance_Start = 0, Appearance_End = 23 WHERE Id = 1;
        INSERT INTO Assignments (Reviewer, AssignedBy, AssignedAt, Due, State, ClaimId) VALUES
            (2, 1, 2000, 9000, 'Done', 1), (3, 1, 2000, 9000, 'Done', 1), (4, 1, 3000, 9000, 'Open', 2);
        INSERT INTO Ballots (Round, Reviewer, Rating, Confidence, Reason, CastAt, IsReplaced, ClaimId) VALUES
            (1, 2, 'true', 'Low', 'At first', 2100, 0, 1), (2, 2, 'true', 'Low', 'Again', 2200, 1, 1), (2, 2, 'false', 'High', 'At last', 2300, 0, 1);
        INSERT INTO Sources (Number, Url, Stance, AddedBy, AddedAt, ClaimId) VALUES (1, 'https://example.org/a', 'Refutes', 2, 2050, 1);
        INSERT INTO Verdicts (Version, Rating, Summary, Explanation, PublishedBy, PublishedAt, Sources, Dissents, ClaimId) VALUES
            (1, 'false', 'It has 27.', 'We counted.', 1, 2400, '[{"Number":1,"Publisher":null,"Stance":"Refutes","Url":"https://example.org/a"}]', '[{"Confidence":"Low","Rating":"true","Reason":"At first"}]', 1);
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    private string DatabasePath => Path.Combine(folder, "desk.db");

    [Fact]
    public async Task What_the_first_version_kept_is_there_and_goes_on()
    {
        await using var services = Services();
        await FillFirstVersionAsync(services);

        await DatabaseFile.PrepareAsync(services, DatabasePath, TestContext.Current.CancellationToken);

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        db.CurrentTeam = new TeamId(9000);
        var claims = await db.ClaimsWhole.OrderBy(c => c.Number).ToListAsync(TestContext.Current.CancellationToken);
        var (published, open) = (claims[0], claims[1]);
        Assert.Equal(["At first", "At last"], published.Ballots.Where(b => !b.IsSetAside).Select(b => b.Reason));
        Assert.Equal([2, 2], published.Assignments.Select(a => a.Round));
        Assert.Equal("It has 27.", published.Verdict!.Summary);
        Assert.True(published.Verdict.Stands);
        Assert.Equal(published.Verdict.PublishedAt.AddDays(180), published.Verdict.RecheckOn);
        Assert.Equal("true", Assert.Single(published.Verdict.Dissents).Rating);
        Assert.Equal("default", open.Scale);
        Assert.Equal(Priority.Normal, open.Priority);
        Assert.Equal(AssignmentState.Open, Assert.Single(open.Panel).State);

        var team = await db.Teams.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((5, 2, 24), (team.Rules.Quorum, team.Rules.SourcesNeeded, team.Rules.HoursToReview));
        Assert.Equal((4, 168, 180, true), (team.Rules.HoursIfBreaking, team.Rules.HoursIfSlow, team.Rules.ShelfLifeDays, team.Rules.NeedsTriage));
        Assert.Equal(new TimeOnly(8, 30), team.Digests.Time);

        var article = await db.Articles.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 0L, null), (article.Revision, article.Fingerprint, article.CheckedAt));
        Assert.Equal("The plan has 28 points.", published.Appearance!.Exact);
        Assert.Equal([1L], await db.ClaimSearch.FindClaimsAsync(["envoy", "28"], 5, TestContext.Current.CancellationToken));
        Assert.True(File.Exists($"{DatabasePath}.before-{FirstVersion}"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillFirstVersionAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        await db.GetService<IMigrator>().MigrateAsync(FirstVersion, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(Rows.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WriteTurn>();
        services.AddDbContext<SqliteFactBotDbContext>(o => o.UseSqlite(DatabaseFile.ConnectionString(DatabasePath)));
        return services.BuildServiceProvider();
    }
}
