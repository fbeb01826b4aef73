using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests.Storage;

public sealed class DatabaseHoldTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    private string Database => Path.Combine(folder, "deep", "desk.db");

    [Theory]
    [InlineData(".lock")]
    [InlineData("")]
    public void A_second_host_is_refused_also_where_one_of_the_files_was_deleted(string ending)
    {
        using (DatabaseHold.Take(Database))
        {
            File.Delete(Database + ending);
            Assert.Throws<DatabaseHeldException>(() => DatabaseHold.Take(Database));
            Assert.Throws<DatabaseHeldException>(() => DatabaseHold.TakeForRestore(Database));
        }

        DatabaseHold.Take(Database).Dispose();
    }

    /// <summary>Nothing is left to lock then, but for the log of the bot that runs.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_host_is_refused_also_where_database_and_lock_were_deleted(bool isLogEmpty)
    {
        using (DatabaseHold.Take(Database))
        {
            using var bot = new SqliteConnection($"Data Source={Database};Pooling=False");
            bot.Open();
            using var command = bot.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE Claims (Text TEXT)";
            command.ExecuteNonQuery();
            if (isLogEmpty)
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                command.ExecuteNonQuery();
            }

            Assert.Equal(isLogEmpty, new FileInfo($"{Database}-wal").Length == 0);
            File.Delete(Database);
            File.Delete($"{Database}.lock");
            Assert.Contains("its journal", Assert.Throws<DatabaseException>(() => DatabaseHold.Take(Database)).Message, StringComparison.Ordinal);
            Assert.False(File.Exists(Database));
        }
    }

    [Fact]
    public void A_database_and_its_folder_are_made_for_their_owner_alone()
    {
        DatabaseHold.Take(Database).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.GetDirectoryName(Database)!));
        Assert.All((string[])[Database, $"{Database}.lock"], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
    }

    [Fact]
    public void A_command_that_is_refused_leaves_no_lock_in_place_of_a_deleted_one()
    {
        using var running = DatabaseHold.Take(Database);
        File.Delete(DatabaseHold.LockOf(Database));
        Assert.Throws<DatabaseHeldException>(() => DatabaseHold.Take(Database));
        Assert.Throws<DatabaseHeldException>(() => DatabaseHold.TakeForRestore(Database));
        Assert.False(File.Exists(DatabaseHold.LockOf(Database)));
        Assert.True(DatabaseHold.IsHeld(Database));
    }

    [Theory]
    [InlineData("-wal", false, true)]
    [InlineData("-wal", true, true)]
    [InlineData("-journal", false, true)]
    [InlineData("-journal", true, false)]
    [InlineData("-shm", false, false)]
    public void Nothing_begins_anew_beside_the_journal_of_a_lost_database(string ending, bool isEmpty, bool isRefused)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        File.WriteAllText(Database + ending, "What was acknowledged last");
        if (isEmpty)
        {
            File.WriteAllText(Database, "");
        }

        if (!isRefused)
        {
            DatabaseHold.Take(Database).Dispose();
            return;
        }

        var refusal = Assert.Throws<DatabaseException>(() => DatabaseHold.Take(Database));
        Assert.Contains("its journal", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(isEmpty, File.Exists(Database));
        Assert.Equal("What was acknowledged last", File.ReadAllText(Database + ending));
    }

    [Theory]
    [InlineData("")]
    [InlineData("|-wal|-shm")]
    [InlineData("|-journal")]
    [InlineData("-wal|-shm")]
    public void A_swap_that_is_cut_off_after_any_step_leaves_the_old_or_the_new(string old)
    {
        var steps = int.MaxValue;
        for (var done = 0; done <= steps; done++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
            string[] endings = old.Length == 0 ? [] : old.Split('|');
            foreach (var ending in endings)
            {
                File.WriteAllText(Database + ending, $"old{ending}");
            }

            File.WriteAllText(DatabaseSwap.PartOf(Database), "new");
            var kept = $"{Database}.kept";
            var told = DatabaseSwap.Steps(Database, kept).Take(done).ToList();
            steps = told.Count < done ? told.Count : steps;

            var hasBegun = DatabaseSwap.IsUnfinished(Database) || told.Contains("the note is gone");
            DatabaseHold.TakeForRestore(Database).Dispose();

            var place = hasBegun ? kept : Database;
            Assert.All(endings, ending => Assert.Equal($"old{ending}", File.ReadAllText(place + ending)));
            if (hasBegun)
            {
                Assert.Equal("new", File.ReadAllText(Database));
                Assert.All(DatabaseJournals.Endings, ending => Assert.False(File.Exists(Database + ending)));
            }

            Assert.False(DatabaseSwap.IsUnfinished(Database));
            Directory.Delete(folder, recursive: true);
        }

        Assert.InRange(steps, 5, 9);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
