using System.Data.Common;
using FactBot.Domain;
using FactBot.Domain.Evidence;
using FactBot.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Privacy;

public class ErasureLoopTests
{
    [Fact]
    public async Task Several_forgettings_of_a_day_rewrite_the_file_once_and_at_night()
    {
        await using var desk = await LivedInAsync();
        await desk.ForgetsAsync(desk.Ben);
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await desk.ForgetsAsync(desk.Chi);
        await desk.SettleAsync();
        await desk.CleansFilesAsync();
        var open = await desk.LookAsync(db => db.OpenErasures.AsNoTracking().ToListAsync());
        Assert.Equal(2, open.Count);
        Assert.All(open, e => Assert.True(e is { IsOutOfLog: true, IsRewritten: false }));
        Assert.Single(open.Select(e => e.RewriteDue).Distinct());
        desk.Clock.Advance(open[0].RewriteDue - desk.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        await desk.CleansFilesAsync();
        Assert.Equal(2, await desk.LookAsync(db => db.OpenErasures.CountAsync(e => !e.IsRewritten)));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.CleansFilesAsync();
        Assert.Equal([], await desk.LookAsync(db => db.OpenErasures.Select(e => $"{e.IsOutOfLog} {e.IsRewritten} {e.IsOutOfFiles} {e.FailedTries} {e.Trouble}").ToListAsync()));
    }

    /// <summary>Connections that nobody uses are closed at any moment, by a clock of their own or by whoever clears their pool.</summary>
    [Fact]
    public async Task Connections_that_close_meanwhile_do_not_break_an_erasure_off()
    {
        for (var i = 0; i < 12; i++)
        {
            await using var desk = await LivedInAsync();
            using var end = new CancellationTokenSource();
            var closing = Task.Run(
                () =>
                {
                    using var pooled = new SqliteConnection(FactBot.Host.Storage.DatabaseFile.ConnectionString(desk.DatabasePath));
                    while (!end.IsCancellationRequested)
                    {
                        SqliteConnection.ClearPool(pooled);
                    }
                },
                TestContext.Current.CancellationToken);
            await desk.ForgetsAsync(desk.Ben);
            await desk.SettleAsync();
            await desk.CleansFilesAsync();
            var tries = await desk.LookAsync(db => db.OpenErasures.Select(e => $"{e.FailedTries} {e.Trouble}").ToListAsync());
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.CleansFilesAsync();
            var left = await desk.LookAsync(db => db.OpenErasures.Select(e => $"{e.FailedTries} {e.Trouble}").ToListAsync());
            await end.CancelAsync();
            await closing;
            Assert.Equal((i, "0 ", ""), (i, string.Join('|', tries), string.Join('|', left)));
        }
    }

    [Fact]
    public async Task While_somebody_reads_the_log_it_is_emptied_later_and_less_and_less_often()
    {
        await using var desk = await LivedInAsync();
        await using var reader = new SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await using var reading = reader.BeginTransaction(deferred: true);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Claims";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        await desk.ForgetsAsync(desk.Ben);
        await desk.CleansFilesAsync();
        await desk.CleansFilesAsync();
        Assert.Equal(1, await desk.LookAsync(db => db.OpenErasures.Select(e => e.FailedTries).SingleAsync()));
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.CleansFilesAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.CleansFilesAsync();
        Assert.Equal(2, await desk.LookAsync(db => db.OpenErasures.Select(e => e.FailedTries).SingleAsync()));
        await reading.RollbackAsync(TestContext.Current.CancellationToken);
        desk.Clock.Advance(TimeSpan.FromSeconds(20));
        await desk.CleansFilesAsync();
        Assert.True(await desk.LookAsync(db => db.OpenErasures.Select(e => e.IsOutOfLog).SingleAsync()));
        Assert.Equal(0, new FileInfo($"{desk.DatabasePath}-wal").Length / 1_000_000);
    }

    [Fact]
    public async Task Who_reads_the_log_for_a_moment_only_is_waited_for()
    {
        await using var desk = await LivedInAsync();
        await desk.ForgetsAsync(desk.Ben);
        await using var reader = new SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False");
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await using var reading = reader.BeginTransaction(deferred: true);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Claims";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        var cleaning = Task.Run(desk.CleansFilesAsync, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        await reading.RollbackAsync(TestContext.Current.CancellationToken);
        await cleaning;
        Assert.True(await desk.LookAsync(db => db.OpenErasures.Select(e => e.IsOutOfLog).SingleAsync()));
    }

    [Fact]
    public async Task A_rewriting_that_fails_is_tried_again_the_same_night()
    {
        var full = new FullDisk();
        await using var desk = await LivedInAsync(services => services.AddSingleton<IInterceptor>(full));
        await desk.ForgetsAsync(desk.Ben);
        await desk.PassNightAsync();
        var erasure = await desk.LookAsync(db => db.OpenErasures.AsNoTracking().SingleAsync());
        Assert.Equal((false, 1), (erasure.IsRewritten, erasure.FailedTries));
        Assert.Contains("disk is full", erasure.Trouble);
        await desk.CleansFilesAsync();
        Assert.Equal(1, full.Asked);
        full.IsFull = false;
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.CleansFilesAsync();
        Assert.Equal((2, 0), (full.Asked, await desk.LookAsync(db => db.OpenErasures.CountAsync())));
    }

    [Fact]
    public async Task What_is_found_in_the_file_afterwards_is_erased_the_next_night()
    {
        await using var desk = await LivedInAsync();
        await desk.ForgetsAsync(desk.Ben);
        await desk.SettleAsync();
        await desk.CleansFilesAsync();
        var night = await desk.LookAsync(db => db.OpenErasures.Select(e => e.RewriteDue).SingleAsync());
        // As if a row's traces had outlived the rewriting: a log that another program left beside it.
        await File.WriteAllTextAsync($"{desk.DatabasePath}-journal", $"of {desk.Ben.Id}", TestContext.Current.CancellationToken);
        var found = await desk.LookAsync(async db => await db.ErasedFiles.SearchAsync(
            Fingerprints.Parse(await db.OpenErasures.Select(e => e.Prints).SingleAsync()), CancellationToken.None));
        Assert.EndsWith("-journal", found);
        File.Delete($"{desk.DatabasePath}-journal");
        var erasure = await desk.LookAsync(db => db.OpenErasures.SingleAsync());
        erasure.Rewrite();
        erasure.StayInFiles(found!, ErasureLoop.NightAfter(night, desk.Clock));
        Assert.False(erasure.IsRewritten);
        Assert.Equal(night.AddDays(1), erasure.RewriteDue);
    }

    [Fact]
    public async Task Copies_that_FactBot_made_go_where_they_hold_who_was_forgotten()
    {
        await using var desk = await LivedInAsync();
        await desk.LookAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var copy = $"{desk.DatabasePath}.before-20261128012315_SessionsLeft";
        var other = $"{desk.DatabasePath}.before-20250101000000_Empty";
        File.Copy(desk.DatabasePath, copy);
        await File.WriteAllTextAsync(other, "nobody in here", TestContext.Current.CancellationToken);
        await desk.ForgetsAsync(desk.Ben);
        await desk.PassNightAsync();
        Assert.False(File.Exists(copy));
        Assert.True(File.Exists(other));
        Assert.Empty(Traces.Of(desk.Ben.Id, desk));
    }

    [Fact]
    public async Task What_is_past_its_time_leaves_the_files_at_night_too()
    {
        await using var desk = await LivedInAsync();
        await desk.PointsAsync(desk.Dee, desk.Fay, "Nobody else said it as plainly.", 78);
        desk.Clock.Advance(TimeSpan.FromDays(8));
        await desk.ErasesThePastAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.Set<KeptMessage>().CountAsync()));
        await desk.PassNightAsync();
        Assert.False(Traces.IsIn(desk, "Nobody else said it"));
        Assert.Empty(await desk.LookAsync(db => db.OpenErasures.Select(e => e.Trouble).ToListAsync()));
    }

    [Fact]
    public async Task Every_column_with_text_is_searched_for_ids_or_known_to_hold_none()
    {
        await using var desk = await TestDesk.SetUpAsync();
        string[] withoutPeople =
        [
            "Teams.", "Audit.", "OpenErasures.", "SetupDrafts.", "SessionsLeft.", "Identifies.", "Claims.Parts",
        ];
        var model = await desk.LookAsync(db => Task.FromResult(db.Model));
        var searched = TextColumn.In(model).Select(c => $"{c.Table}.{c.Column}").ToHashSet();
        var all = model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Where(c => c.StoreType == "TEXT"
            && c.PropertyMappings.All(m => !(Nullable.GetUnderlyingType(m.Property.ClrType) ?? m.Property.ClrType).IsValueType)).Select(c => $"{t.Name}.{c.Name}"));
        Assert.All(all, c => Assert.True(searched.Contains(c) || withoutPeople.Any(w => c.StartsWith(w, StringComparison.Ordinal)), c));
        Assert.All(PersonColumn.In(model).Where(c => c.IsJson), c => Assert.Contains($"{c.Table}.{c.Column}", searched));
    }

    [Fact]
    public async Task Whichever_column_holds_somebody_they_are_found_and_replaced()
    {
        await using var desk = await LivedInAsync();
        var somebody = new PersonId(712_345_678_901_234_567);
        var model = await desk.LookAsync(db => Task.FromResult(db.Model));
        foreach (var column in PersonColumn.In(model).Where(c => !c.IsJson && !c.IsKey))
        {
            await AssertReplacedAsync(desk, somebody, column.Table, column.Column, (long)somebody.Value);
        }

        foreach (var column in TextColumn.In(model).Where(c => !c.IsJson && c.Column is not ("Stage" or "Hash" or "ContentHash")))
        {
            await AssertReplacedAsync(desk, somebody, column.Table, column.Column, $"by <@{somebody}> and {somebody}");
        }
    }

    private static async Task AssertReplacedAsync(TestDesk desk, PersonId somebody, string table, string column, object value)
    {
        var sql = $"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE rowid = (SELECT max(rowid) FROM \"{table}\")";
        var rows = await desk.LookAsync(db => db.Database.ExecuteSqlRawAsync(sql, value));
        Assert.True(rows > 0 == await IsAnywhereAsync(), $"{table}.{column} is not searched");
        await desk.LookAsync(async db =>
        {
            await new PersonInTables(db, somebody).ReplaceAsync(new PersonId(1_000_001), CancellationToken.None);
            return 0;
        });
        Assert.False(await IsAnywhereAsync(), $"{table}.{column} keeps them");

        Task<bool> IsAnywhereAsync() => desk.LookAsync(db => new PersonInTables(db, somebody).IsAnywhereAsync(CancellationToken.None));
    }

    private static async Task<TestDesk> LivedInAsync(Action<IServiceCollection>? change = null)
    {
        var desk = await TestDesk.SetUpAsync(change);
        await desk.OpenClaimAsync();
        await desk.RunAsync(desk.Ben, "evidence edit", ("claim", "1"), ("source", "1"), ("publisher", "Harbour office"));
        await desk.VoteAllAsync("true");
        await desk.PublishesAsync();
        await desk.RunAsync(desk.Gus, "claim submit", ("text", Stories.Text));
        await desk.PointsAsync(desk.Dee, desk.Gus, "I saw it.", 77);
        await desk.SettleAsync();
        return desk;
    }

    /// <summary>A disk without room for the file that is written anew.</summary>
    private sealed class FullDisk : DbCommandInterceptor
    {
        public bool IsFull { get; set; } = true;

        public int Asked { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText == "VACUUM")
            {
                Asked++;
                return IsFull ? throw new SqliteException("database or disk is full", SQLitePCL.raw.SQLITE_FULL) : new(result);
            }

            return new(result);
        }
    }
}
