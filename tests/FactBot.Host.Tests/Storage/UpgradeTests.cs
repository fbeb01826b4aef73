using System.IO.Compression;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Host.Storage;
using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Storage;

/// <summary>
/// Upgrades databases that earlier versions made. Each file in <c>Versions</c> is named after its last migration; a release adds
/// one, made from a desk on which everything was done that its tables can hold.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly TeamId Team = new(9000);

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    public static TheoryData<string> Versions =>
        [.. Directory.EnumerateFiles(VersionsFolder, "*.db.gz").Select(f => Path.GetFileName(f)[..^".db.gz".Length])];

    private static string VersionsFolder => Path.Combine(AppContext.BaseDirectory, "Versions");

    private string DatabasePath => Path.Combine(folder, "desk.db");

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_an_earlier_version_kept_is_there_and_goes_on(string version)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await UnpackAsync(version, cancellationToken);
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteFactBotDbContext>();
        db.CurrentTeam = Team;
        var isOld = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

        await DatabaseFile.PrepareAsync(services, DatabasePath, cancellationToken);

        Assert.Equal(isOld, File.Exists($"{DatabasePath}.before-{version}"));
        Assert.Empty((await new FactBot.Audit.Record(db).VerifyAsync(Team, [], cancellationToken)).Flaws);
        var claims = await db.ClaimsWhole.OrderBy(c => c.Number).ToListAsync(cancellationToken);
        Assert.Equal(
            [Stage.Published, Stage.Published, Stage.Rejected, Stage.Duplicate, Stage.Split, Stage.Open, Stage.Submitted],
            claims.Select(c => c.Stage));
        Assert.Equal("It cost 12 million crowns and took three years to build.", claims[0].Text);
        Assert.NotEmpty(claims[0].Ballots);
        Assert.NotEmpty(claims[0].Upvotes);
        Assert.NotEmpty(claims[0].Verdict!.Sources);
        Assert.Equal([claims[1].Id], await db.ClaimSearch.FindClaimsAsync(["lighthous", "1931"], 5, cancellationToken));
        Assert.Equal(3, (await db.Articles.SingleAsync(cancellationToken)).Revision);
        claims[5].Prioritise(Priority.Breaking);
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task UnpackAsync(string version, CancellationToken cancellationToken)
    {
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(VersionsFolder, $"{version}.db.gz")), CompressionMode.Decompress);
        await using var file = File.Create(DatabasePath);
        await packed.CopyToAsync(file, cancellationToken);
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
