namespace FactBot.Host.Storage;

/// <summary>
/// The files beside a database that belong to it. SQLite replays a journal into whatever database it finds beside it, so a
/// journal left where another database is put would mix the two.
/// </summary>
/// <remarks>https://sqlite.org/howtocorrupt.html</remarks>
internal static class DatabaseJournals
{
    /// <summary>The endings of their names. The first two can contain changes that aren't in the database yet.</summary>
    public static readonly IReadOnlyList<string> Endings = ["-wal", "-journal", "-shm"];

    /// <summary>Returns a journal that contains changes; null if there is none.</summary>
    public static string? FindFilled(string path) =>
        Endings.Take(2).Select(ending => path + ending).FirstOrDefault(file => File.Exists(file) && new FileInfo(file).Length > 0);

    /// <summary>Deletes a database and everything that belongs to it.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        foreach (var ending in Endings)
        {
            File.Delete(path + ending);
        }
    }
}
