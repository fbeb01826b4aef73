using System.Diagnostics;
using FactBot.Host.Tests.Stories;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests;

/// <summary>What a backup or an export does where it can't go well: it says so in a sentence, and leaves nothing behind.</summary>
public sealed class BackupTests : IDisposable
{
    /// <summary>A disk of 64 KB, which only what runs in it sees.</summary>
    private const string SmallDisk = """
        mkdir -p "$0" && mount -t tmpfs -o size=64k none "$0" || exit 99
        "$@"
        code=$?
        ls -A "$0"
        exit $code
        """;

    private readonly HostProcess host = new();

    private string Database => Path.Combine(host.Folder, "desk.db");

    private string Small => Path.Combine(host.Folder, "small");

    [Fact]
    public async Task A_backup_to_a_full_disk_says_so_and_leaves_nothing_behind()
    {
        Assert.SkipUnless(MayMount(), "Only root on Linux, where it may mount, can make a disk that is full.");
        await host.RunAsync("migrate", ("FACTBOT_Storage__Path", Database));
        var (exitCode, text) = await OnSmallDiskAsync("backup", Path.Combine(Small, "backup.db"));
        Assert.Equal(3, exitCode);
        Assert.Equal($"The backup {Small}/backup.db was not made: the disk is full. Make room, or name a file on another disk.", text.Trim());
    }

    [Fact]
    public async Task An_export_to_a_full_disk_says_so_and_leaves_nothing_behind()
    {
        Assert.SkipUnless(MayMount(), "Only root on Linux, where it may mount, can make a disk that is full.");
        await using var newsroom = await Newsroom.OpenAsync();
        for (var i = 1; i <= 40; i++)
        {
            await newsroom.Fay.SubmitsAsync($"{string.Concat(Enumerable.Repeat($"{(char)('a' + (i % 26))}{i}x", 200))} and it has {i} stops.");
        }

        var team = newsroom.Database.Read("SELECT CAST(Id AS TEXT) FROM Teams").Single();
        File.Copy(newsroom.Database.File, Database);
        File.Copy($"{newsroom.Database.File}-wal", $"{Database}-wal");
        var (exitCode, text) = await OnSmallDiskAsync("export", "--team", team, "--output", Path.Combine(Small, "team.json"));
        Assert.Equal(3, exitCode);
        Assert.StartsWith($"{Small}/team.json cannot be written: ", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_database_that_is_not_as_it_was_written_is_not_backed_up()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        CopyOf(newsroom);
        Change("UPDATE Claims SET Text = 'The tram has 99 stops.'");
        await RefusedAsync("it is not as it was written: ");
    }

    [Fact]
    public async Task A_database_that_is_damaged_is_not_backed_up()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.OpenClaimAsync();
        CopyOf(newsroom);
        // The rows are whole, and an index doesn't know one of them.
        Change("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'Claims', 'Claims') WHERE 0; CREATE INDEX Odd ON Claims (Text)");
        Change("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE INDEX Odd ON Claims (Number)' WHERE name = 'Odd'");
        await RefusedAsync("it is damaged: ");
    }

    [Theory]
    [InlineData("desk.db-wal")]
    [InlineData("desk.db-shm")]
    [InlineData("desk.db-journal")]
    [InlineData("desk.db.lock")]
    [InlineData("./desk.db.next")]
    [InlineData("linked/desk.db.part")]
    [InlineData("linked/../elsewhere/../desk.db.restoring")]
    [InlineData("shortcut.db")]
    [InlineData("desk.db.before-mine")]
    public async Task Nothing_is_written_under_a_name_that_belongs_to_the_database(string file)
    {
        await host.RunAsync("migrate", ("FACTBOT_Storage__Path", Database));
        Directory.CreateDirectory(Path.Combine(host.Folder, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(host.Folder, "linked"), host.Folder);
        File.CreateSymbolicLink(Path.Combine(host.Folder, "shortcut.db"), Path.Combine(host.Folder, "desk.db-wal"));
        var before = Directory.GetFiles(host.Folder).Order().ToList();
        foreach (var command in (string[])["backup", "export --team 1 --output"])
        {
            var (exitCode, text) = await host.RunAsync($"{command} {file}", ("FACTBOT_Storage__Path", Database));
            Assert.Equal((3, $"{file} is a name that belongs to the database {Database}: FactBot and SQLite keep files of their own under it. Name a file that doesn't begin with desk.db."), (exitCode, text.Trim()));
        }

        Assert.Equal(before, Directory.GetFiles(host.Folder).Order());
    }

    [Fact]
    public async Task A_backup_does_not_replace_a_database_that_is_called_as_its_unfinished_copy()
    {
        var (desk, backup) = (Path.Combine(host.Folder, "desk.part"), Path.Combine(host.Folder, "desk"));
        await host.RunAsync("migrate", ("FACTBOT_Storage__Path", desk));
        Assert.Equal(3, (await host.RunAsync($"backup {backup}", ("FACTBOT_Storage__Path", desk))).ExitCode);
        Assert.NotEqual(0, new FileInfo(desk).Length);
        Assert.False(File.Exists(backup));
    }

    [Theory]
    [InlineData("desk.db.part", false)]
    [InlineData("desk.db.restoring.part", false)]
    [InlineData("desk.db-old", false)]
    [InlineData("desk.db.before-restore-20261129-080000", true)]
    public async Task What_a_restore_would_delete_is_not_restored(string file, bool isRestored)
    {
        await host.RunAsync("migrate", ("FACTBOT_Storage__Path", Database));
        var named = Path.Combine(host.Folder, file);
        await host.RunAsync($"backup {host.Folder}/copy.db", ("FACTBOT_Storage__Path", Database));
        File.Move(Path.Combine(host.Folder, "copy.db"), named);
        var (exitCode, text) = await host.RunAsync($"restore {named}", ("FACTBOT_Storage__Path", Database));
        Assert.Equal(isRestored ? 0 : 3, exitCode);
        Assert.Equal(!isRestored, text.Contains("is no backup. Name the file", StringComparison.Ordinal));
        Assert.True(File.Exists(named));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        host.Dispose();
    }

    private static bool MayMount() => OperatingSystem.IsLinux() && Environment.UserName == "root"
        && Deploy.Confined.IsPossible;

    private async Task RefusedAsync(string why)
    {
        var backup = Path.Combine(host.Folder, "backup.db");
        var (exitCode, text) = await host.RunAsync($"backup {backup}", ("FACTBOT_Storage__Path", Database));
        Assert.Equal(3, exitCode);
        Assert.Contains($"The database {Database} was not backed up, as {why}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(host.Folder), f => Path.GetFileName(f).StartsWith("backup", StringComparison.Ordinal));
    }

    private void CopyOf(Newsroom newsroom)
    {
        using var from = new SqliteConnection($"Data Source={newsroom.Database.File};Pooling=False");
        using var to = new SqliteConnection($"Data Source={Database};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private void Change(string sql) => new BotDatabase(Database).Change(sql);

    /// <summary>Runs the host where a folder is a disk of its own, and gives what it said and what it left on that disk.</summary>
    private async Task<(int ExitCode, string Text)> OnSmallDiskAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "unshare", ["--mount", "sh", "-c", SmallDisk, Small, "dotnet", Path.Combine(AppContext.BaseDirectory, "FactBot.Host.dll"), .. arguments])
        {
            WorkingDirectory = host.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["FACTBOT_Storage__Path"] = Database },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error + output);
    }
}
