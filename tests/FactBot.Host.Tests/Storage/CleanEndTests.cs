using FactBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests.Storage;

public sealed class CleanEndTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("factbot-clean-").FullName;

    private string Database => Path.Combine(folder, "desk.db");

    [Fact]
    public void The_note_of_a_clean_end_holds_until_the_file_changes()
    {
        Write("CREATE TABLE T (N)");
        Assert.False(CleanEnd.Holds(Database));
        CleanEnd.Note(Database);
        Assert.True(CleanEnd.Holds(Database));

        Write("INSERT INTO T VALUES (1)");
        Assert.False(CleanEnd.Holds(Database));
    }

    [Fact]
    public void A_file_with_the_same_size_and_time_is_not_taken_for_the_one_that_was_noted()
    {
        Write("CREATE TABLE T (N)");
        CleanEnd.Note(Database);
        var time = File.GetLastWriteTimeUtc(Database);
        var bytes = File.ReadAllBytes(Database);
        File.Move(Database, Path.Combine(folder, "moved.db"));
        File.WriteAllBytes(Database, bytes);
        File.SetLastWriteTimeUtc(Database, time);

        Assert.False(CleanEnd.Holds(Database));
    }

    [Fact]
    public void No_clean_end_is_noted_while_a_journal_has_changes()
    {
        Write("CREATE TABLE T (N)");
        File.WriteAllText($"{Database}-wal", "changes");
        CleanEnd.Note(Database);
        File.Delete($"{Database}-wal");

        Assert.False(CleanEnd.Holds(Database));
    }

    [Fact]
    public void A_start_that_begins_to_write_leaves_no_note_for_the_next_one()
    {
        Write("CREATE TABLE T (N)");
        CleanEnd.Note(Database);
        CleanEnd.Forget(Database);

        Assert.False(CleanEnd.Holds(Database));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
