namespace FactBot.Host.Storage;

/// <summary>
/// The files beside a database that belong to it. SQLite plays a journal into whatever database it finds it beside, so that one
/// that's left where another database is put makes a mixture of the two.
/// </summary>
/// <remarks>https://sqlite.org/howtocorrupt.html</remarks>
internal static class DatabaseJournals
{
    /// <summary>What their names end with. The first two hold what's not in the database yet.</summary>
    public static readonly IReadOnlyList<string> Endings = ["-wal", "-journal", "-shm"];

    /// <summary>One that holds changes; null where there's none.</summary>
    public static string? FindFilled(string path) =>
        Endings.Take(2).Select(ending => path + ending).FirstOrDefault(file => File.Exists(file) && new FileInfo(file).Length > 0);

    /// <summary>Deletes a database with all that belongs to it.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        foreach (var ending in Endings)
        {
            File.Delete(path + ending);
        }
    }
}
