using FactBot.Host.Storage;
using FactBot.Host.Tests.Stories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Storage;

/// <summary>A restore gives the backup or leaves what was there, whatever lies beside either; told by marks in each.</summary>
public sealed class RestoreTests : IDisposable
{
    private const int Old = 3;
    private const int OldLog = 2;
    private const int New = 7;
    private const int NewLog = 4;

    private readonly HostProcess host = new();

    private string Database => Path.Combine(host.Folder, "desk.db");

    private string Backup => Path.Combine(host.Folder, "backup", "backup.db");

    [Theory]
    [InlineData("")]
    [InlineData("db")]
    [InlineData("wal")]
    [InlineData("shm")]
    [InlineData("db wal")]
    [InlineData("db shm")]
    [InlineData("wal shm")]
    [InlineData("db wal shm")]
    public async Task Whatever_of_the_database_was_lost_the_backup_alone_is_there_after(string lost)
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, New, 0);
        foreach (var ending in lost.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            File.Delete(ending == "db" ? Database : $"{Database}-{ending}");
        }

        var left = Files(Database).Select(f => Path.GetFileName(f)[(Path.GetFileName(Database).Length)..]).ToList();
        var text = await RestoreAsync(Backup, 0);
        Assert.Equal(New, Count(Database));
        Assert.Equal("ok", Ask(Database, "PRAGMA integrity_check"));
        if (left.Count > 0)
        {
            // All of what was there is kept, under one name.
            var kept = text[(text.IndexOf("kept as ", StringComparison.Ordinal) + 8)..].Trim().TrimEnd('.');
            Assert.Equal(left.Order(), Files(kept).Select(f => f[kept.Length..]).Order());
        }

        Assert.Empty(Files($"{Database}.part"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(Database));
    }

    [Fact]
    public async Task What_a_restore_set_aside_is_restored_with_all_that_was_in_its_journal()
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, New, 0);
        var text = await RestoreAsync(Backup, 0);
        var kept = text[(text.IndexOf("kept as ", StringComparison.Ordinal) + 8)..].Trim().TrimEnd('.');
        var before = Files(kept).ToDictionary(f => f, File.ReadAllBytes);
        await RestoreAsync(kept, 0);
        Assert.Equal(Old + OldLog, Count(Database));
        Assert.Equal(before, Files(kept).ToDictionary(f => f, File.ReadAllBytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_with_a_journal_is_restored_with_what_is_in_that(bool keepsIndex)
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, New, NewLog);
        if (!keepsIndex)
        {
            File.Delete($"{Backup}-shm");
        }

        await RestoreAsync(Backup, 0);
        Assert.Equal(New + NewLog, Count(Database));
    }

    [Fact]
    public async Task A_change_that_a_crash_cut_off_is_undone_in_what_is_restored()
    {
        await MakeAsync(Backup, New, 0);
        var made = $"{Backup}.made";
        File.Move(Backup, made);
        using (var connection = Open(made))
        {
            Execute(connection, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; DELETE FROM Identifies");
            Execute(connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO Identifies (At) SELECT i FROM n");
            File.Copy(made, Backup);
            File.Copy($"{made}-journal", $"{Backup}-journal");
        }

        Assert.True(new FileInfo(Backup).Length > 300_000, "the change was not on the disk");
        await RestoreAsync(Backup, 0);
        Assert.Equal(New, Count(Database));
        Assert.True(File.Exists($"{Backup}-journal"), "the backup was changed");
    }

    [Fact]
    public async Task A_journal_of_another_database_is_not_played_into_the_backup()
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, New, 0);
        var other = Path.Combine(host.Folder, "other", "other.db");
        await MakeAsync(other, 1, 40);
        File.Copy($"{other}-wal", $"{Backup}-wal");
        Assert.Contains("does not belong to it", await RefuseAsync(Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_with_the_log_of_a_later_time_is_never_a_mixture()
    {
        // The file of one moment, the log of another, between which the one went into the other.
        await MakeAsync(Database, Old, 0);
        await MakeAsync(Backup, New, NewLog);
        var other = Path.Combine(host.Folder, "other", "other.db");
        await MakeAsync(other, 2000, 900, text => $"CREATE TABLE More{text} (x); CREATE INDEX MoreIndex{text} ON More{text} (x)");
        File.Copy($"{other}-wal", $"{Backup}-wal", overwrite: true);
        File.Delete($"{Backup}-shm");
        await RefuseAsync(Backup);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_in_a_sentence_and_changes_nothing()
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, 4000, 0);
        var whole = File.ReadAllBytes(Backup);
        var bad = Path.Combine(host.Folder, "backup", "bad.db");
        async Task RefusesAsync(byte[] bytes, string expected)
        {
            File.WriteAllBytes(bad, bytes);
            Assert.Contains(expected, await RefuseAsync(bad), StringComparison.Ordinal);
        }

        await RefusesAsync("Dear diary, today we checked a fact."u8.ToArray(), "not a SQLite database");
        await RefusesAsync([], "holds nothing");
        await RefusesAsync(whole[..(whole.Length / 2)], "damaged");
        await RefusesAsync(whole[..4096], "damaged");
        await RefusesAsync(whole[..700], "damaged");
        Assert.Contains("is a folder", await RefuseAsync(Path.Combine(host.Folder, "backup")), StringComparison.Ordinal);
        Assert.Contains("There is no backup", await RefuseAsync(Path.Combine(host.Folder, "nowhere.db")), StringComparison.Ordinal);
        Assert.Contains("is the database itself", await RefuseAsync(Database), StringComparison.Ordinal);
        File.CreateSymbolicLink($"{Database}.link", Database);
        Assert.Contains("is the database itself", await RefuseAsync($"{Database}.link"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0.0')", "newer FactBot")]
    [InlineData("DROP TABLE __EFMigrationsHistory", "not FactBot's")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO Upvotes (Person, At, ClaimId) VALUES (1, 1, 4711)", "in Upvotes, a row belongs to")]
    [InlineData("CREATE TABLE Notes (Text TEXT)", "the table Notes isn't FactBot's")]
    [InlineData("CREATE VIEW Claims_ AS SELECT 1", "the view Claims_ isn't FactBot's")]
    [InlineData("CREATE TABLE Mark (x); CREATE INDEX Marks ON Mark (x); INSERT INTO Mark VALUES (1), (1); PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'CREATE INDEX', 'CREATE UNIQUE INDEX') WHERE name = 'Marks'; PRAGMA writable_schema = RESET", "damaged")]
    public async Task A_backup_that_only_looks_whole_is_refused(string change, string expected)
    {
        await MakeAsync(Database, Old, OldLog);
        await MakeAsync(Backup, New, 0);
        using (var connection = Open(Backup))
        {
            Execute(connection, change);
        }

        Assert.Contains(expected, await RefuseAsync(Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_whose_trail_was_changed_is_refused()
    {
        await MakeAsync(Database, Old, OldLog);
        await using (var newsroom = await Newsroom.OpenAsync())
        {
            await newsroom.Fay.SubmitsAsync("The tram has 14 stops.");
            Directory.CreateDirectory(Path.GetDirectoryName(Backup)!);
            using var source = Open(newsroom.Database.File);
            using var target = Open(Backup, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(target);
            Execute(target, "PRAGMA journal_mode = DELETE; UPDATE Audit SET Action = 'withdrew' WHERE Number = (SELECT max(Number) FROM Audit)");
        }

        Assert.Contains("is not as it was written", await RefuseAsync(Backup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_is_killed_at_any_moment_leaves_the_old_or_the_new()
    {
        await MakeAsync(Backup, New, 0);
        var news = 0;
        for (var ms = 400; ms <= 1600; ms += 200)
        {
            foreach (var file in Directory.GetFiles(host.Folder))
            {
                File.Delete(file);
            }

            await MakeAsync(Database, Old, OldLog);
            using (var restore = host.Start($"restore {Backup}", ("FACTBOT_Storage__Path", Database)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, TestContext.Current.CancellationToken);
                restore.Kill();
                await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            DatabaseHold.Take(Database).Dispose();
            var count = Count(Database);
            Assert.Contains(count, (long[])[Old + OldLog, New]);
            news += count == New ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{news} of 7 had the new one");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        host.Dispose();
    }

    private static IEnumerable<string> Files(string path) =>
        ((string[])["", "-wal", "-shm", "-journal"]).Select(ending => path + ending).Where(File.Exists);

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Ask(string path, string sql)
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Nobody's input.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()!.ToString()!;
    }

    private static long Count(string path) => long.Parse(Ask(path, "SELECT count(*) FROM Identifies"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A database as a crash leaves it: so many marks in the file, so many more in its log of writes alone; without those, no log.</summary>
    private static async Task MakeAsync(string path, int marks, int inLog, Func<int, string>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;
        var made = Path.Combine(folder, "made.db");
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<FactBot.Storage.WriteTurn>()
            .AddDbContext<SqliteFactBotDbContext>(o => o.UseSqlite($"{DatabaseFile.ConnectionString(made)};Pooling=False")).BuildServiceProvider())
        {
            await DatabaseFile.PrepareAsync(services, made, TestContext.Current.CancellationToken);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var connection = Open(made))
        {
            Execute(connection, $"PRAGMA wal_autocheckpoint = 0; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {marks}) INSERT INTO Identifies (At) SELECT i FROM n");
            Execute(connection, inLog == 0 ? "PRAGMA journal_mode = DELETE" : "PRAGMA wal_checkpoint(TRUNCATE)");
            for (var i = 0; i < inLog; i++)
            {
                Execute(connection, $"INSERT INTO Identifies (At) VALUES ({i}); {more?.Invoke(i)}");
            }

            foreach (var file in Files(made))
            {
                File.Copy(file, path + file[made.Length..], overwrite: true);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> RestoreAsync(string backup, int expected)
    {
        var (exitCode, text) = await host.RunAsync($"restore {backup}", ("FACTBOT_Storage__Path", Database));
        Assert.True(expected == exitCode, $"restore {backup} ended with {exitCode}: {text}");
        return text;
    }

    /// <summary>It's refused in one line, and every file is as it was.</summary>
    private async Task<string> RefuseAsync(string backup)
    {
        var before = Read();
        var text = await RestoreAsync(backup, 3);
        Assert.Single(text.Trim().Split('\n'));
        Assert.Equal(before, Read());
        return text;

        Dictionary<string, byte[]> Read() => Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(f => f, File.ReadAllBytes);
    }
}
