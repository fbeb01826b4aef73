using FactBot.Articles;
using FactBot.Chat;
using FactBot.Documents;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Evidence;
using FactBot.Host.Storage;
using FactBot.Pages;
using FactBot.Posts;
using FactBot.Privacy;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FactBot.Tests;

/// <summary>A desk on a real SQLite file, with a clock that tests move and a chat that keeps what it is given.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    /// <summary>As the chat's ids are: small ones are pseudonyms. Ada is the first after it.</summary>
    public const ulong FirstPerson = 700_000_000_000_000_000;

    public static readonly ChannelId Review = new(101);
    public static readonly ChannelId Verdicts = new(102);
    public static readonly ChannelId DigestChannel = new(103);
    public static readonly RoleId Reviewers = new(201);
    public static readonly RoleId Editors = new(202);

    private static readonly Lazy<Task<byte[]>> Empty = new(MakeEmptyAsync);

    // One for all desks, since starting its processes takes longer than most tests. They end with this process.
    private static readonly DocumentReader Documents = new(ReaderProgram.Beside, PageLimits.None, NullLogger<DocumentReader>.Instance);

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;
    private readonly Action<IServiceCollection>? change;
    private ServiceProvider services;
    private int requests;

    private TestDesk(ulong team, Action<IServiceCollection>? change)
    {
        Team = new TeamId(team);
        Ada = Somebody(1, "Ada", mayManage: true, Editors);
        Ben = Somebody(2, "Ben", mayManage: false, Reviewers);
        Chi = Somebody(3, "Chi", mayManage: false, Reviewers);
        Dee = Somebody(4, "Dee", mayManage: false, Reviewers);
        Eli = Somebody(5, "Eli", mayManage: false, Reviewers);
        Fay = Somebody(6, "Fay", mayManage: false);
        Gus = Somebody(7, "Gus", mayManage: false);
        Hal = Somebody(8, "Hal", mayManage: false, Editors);

        this.change = change;
        services = Build();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public PaperChat Chat { get; } = new();

    public TeamId Team { get; }

    public Person Ada { get; }

    public Person Ben { get; }

    public Person Chi { get; }

    public Person Dee { get; }

    public Person Eli { get; }

    public Person Fay { get; }

    /// <summary>A member, as Fay.</summary>
    public Person Gus { get; }

    /// <summary>A second editor.</summary>
    public Person Hal { get; }

    public string DatabasePath => Path.Combine(folder, "desk.db");

    /// <summary>What wakes the loop that sends posts.</summary>
    public WorkSignal Due => services.GetRequiredService<WriteTurn>().Due;

    public CommandRouter Router => services.GetRequiredService<CommandRouter>();

    public ArchiveLoop Archive => services.GetRequiredService<ArchiveLoop>();

    public ArticleWatch Watch => services.GetRequiredService<ArticleWatch>();

    public DueWorkLoop Loop => services.GetRequiredService<DueWorkLoop>();

    /// <summary>A desk before anybody ran /setup.</summary>
    public static async Task<TestDesk> BareAsync(Action<IServiceCollection>? change = null)
    {
        var desk = new TestDesk(9000, change);
        await File.WriteAllBytesAsync(desk.DatabasePath, await Empty.Value);
        return desk;
    }

    /// <summary>A desk that Ada has set up, with its digest at 09:00 in Kyiv; a test can change its services.</summary>
    public static async Task<TestDesk> SetUpAsync(Action<IServiceCollection>? change = null)
    {
        var desk = await BareAsync(change);
        await desk.SetUpTeamAsync(desk.Team);
        return desk;
    }

    /// <summary>The same desk again from another one's database, by <see cref="BytesAsync"/>: at the first moment, and with an empty chat.</summary>
    public async Task BeginAgainAsync(byte[] database)
    {
        await using (var pooled = new Microsoft.Data.Sqlite.SqliteConnection(DatabaseFile.ConnectionString(DatabasePath)))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        }

        File.Delete($"{DatabasePath}-wal");
        File.Delete($"{DatabasePath}-shm");
        await File.WriteAllBytesAsync(DatabasePath, database);
        Clock.AdjustTime(Clock.Start);
        Chat.Empty();
    }

    /// <summary>The whole database, for other desks to begin with.</summary>
    public async Task<byte[]> BytesAsync()
    {
        var copy = Path.Combine(folder, "copy.db");
        await LookAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            // A copy by VACUUM is in no journal mode that readers and a writer could share.
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(copy);
    }

    public Task<Reply> SetUpTeamAsync(TeamId team) => RunAsync(
        Ada, "setup", team, ("review", "101"), ("verdicts", "102"), ("digest", "103"), ("reviewers", "201"),
        ("editors", "202"), ("zone", "Europe/Kyiv"), ("time", "09:00"));

    public Task<Reply> RunAsync(Person person, string command, params (string Name, string Value)[] options) =>
        RunAsync(person, command, Team, options);

    public Task<Reply> RunAsync(Person person, string command, TeamId team, params (string Name, string Value)[] options) =>
        Router.RunAsync(RequestOf(person, command, options) with { Team = team }, CancellationToken.None);

    /// <summary>Sends a filled form.</summary>
    public Task<Reply> FillAsync(Person person, Form form, params (string Name, string Value)[] values) => Router.RunAsync(
        RequestOf(person, form.Command, [.. form.Known, .. values]) with { IsFilledForm = true }, CancellationToken.None);

    public Request RequestOf(Person person, string command, params (string Name, string Value)[] options) => new()
    {
        Id = $"request {Interlocked.Increment(ref requests)}",
        Command = command,
        Team = Team,
        Person = person,
        Options = options.ToDictionary(o => o.Name, o => o.Value),
        People = new[] { Ada, Ben, Chi, Dee, Eli, Fay, Gus, Hal }
            .Where(p => options.Any(o => o.Name is "reviewer" or "to" or "from" && o.Value == $"{p.Id}")).ToDictionary(p => p.Id),
    };

    /// <summary>Looks into the database, as the team.</summary>
    public async Task<T> LookAsync<T>(Func<FactBotDbContext, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
        db.CurrentTeam = Team;
        return await look(db);
    }

    public Task<Claim> ClaimAsync(int number) => LookAsync(db => db.ClaimsWhole.SingleAsync(c => c.Number == number));

    /// <summary>What the program does at its start with the database it finds.</summary>
    public Task StartAgainAsync() => DatabaseFile.PrepareAsync(services, DatabasePath, CancellationToken.None);

    /// <summary>Looks at the articles that are due.</summary>
    public Task LookAtArticlesAsync() => Watch.SettleAsync(CancellationToken.None);

    /// <summary>Looks for what is past the time for which it is kept.</summary>
    public Task ErasesThePastAsync() => services.GetRequiredService<RetentionLoop>().SettleAsync(CancellationToken.None);

    /// <summary>Does what can be done now about the files that what was erased stood in.</summary>
    public Task CleansFilesAsync() => services.GetRequiredService<ErasureLoop>().SettleAsync(CancellationToken.None);

    /// <summary>A night passes, in which what was erased leaves the chat and the files.</summary>
    public async Task PassNightAsync()
    {
        await SettleAsync();
        await CleansFilesAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await SettleAsync();
        await CleansFilesAsync();
    }

    /// <summary>The program ends, however that was, and another goes on with what it left.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Build();
        await StartAgainAsync();
    }

    public Task SettleAsync() => Loop.SettleAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A database with its tables and nothing in them: made once, since that takes longer than most tests.</summary>
    private static async Task<byte[]> MakeEmptyAsync()
    {
        await using var desk = new TestDesk(1, null);
        await DatabaseFile.PrepareAsync(desk.services, desk.DatabasePath, CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(desk.DatabasePath);
    }

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging();
        collection.AddFactBot(RatingScales.Read(Path.Combine(AppContext.BaseDirectory, "config", "scales")));
        collection.AddSingleton<IChat>(Chat);
        // Pages of this machine alone: no test depends on the internet.
        collection.AddSingleton(PageReach.ThisMachine);
        collection.AddSingleton(PageLimits.None);
        collection.AddSingleton(Documents);
        collection.AddDbContext<SqliteFactBotDbContext>((p, o) => o
            .UseSqlite(DatabaseFile.ConnectionString(DatabasePath)).AddInterceptors(p.GetServices<IInterceptor>()));
        collection.AddScoped<FactBotDbContext>(p => p.GetRequiredService<SqliteFactBotDbContext>());
        change?.Invoke(collection);
        return collection.BuildServiceProvider();
    }

    private static Person Somebody(ulong id, string name, bool mayManage, params RoleId[] roles) =>
        new(new PersonId(FirstPerson + id), name, roles, mayManage);
}
