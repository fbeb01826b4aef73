namespace FactBot.Host.Storage;

/// <summary>
/// Replaces one database with another. A note is written first, so that whichever process opens the database next completes an
/// interrupted swap. Until the note exists, the old database is in place with its journals; from then on, the new one
/// effectively is.
/// </summary>
internal static class DatabaseSwap
{
    /// <summary>Returns the new database's file until it is in place.</summary>
    public static string PartOf(string path) => $"{path}.part";

    /// <summary>Returns the note of a swap in progress, which says where the old database goes.</summary>
    private static string NoteOf(string path) => $"{path}.restoring";

    /// <summary>Whether a swap was interrupted.</summary>
    public static bool IsUnfinished(string path) => File.Exists(NoteOf(path));

    /// <summary>Swaps step by step.</summary>
    /// <param name="path">The database's place; the complete new one is in <see cref="PartOf"/>.</param>
    /// <param name="kept">The name to keep the old database under.</param>
    public static IEnumerable<string> Steps(string path, string kept)
    {
        PrivateFile.Flush(PartOf(path));
        yield return "the new database is on the disk";
        using (var note = PrivateFile.Open($"{NoteOf(path)}.part", FileMode.Create))
        {
            note.Write(System.Text.Encoding.UTF8.GetBytes(kept));
            note.Flush(flushToDisk: true);
        }

        yield return "the note is written";
        File.Move($"{NoteOf(path)}.part", NoteOf(path), overwrite: true);
        yield return "the note is there";
        foreach (var step in Rest(path, kept))
        {
            yield return step;
        }
    }

    /// <summary>Completes an interrupted swap; otherwise does nothing.</summary>
    public static void Finish(string path)
    {
        if (IsUnfinished(path))
        {
            var kept = File.ReadAllText(NoteOf(path));
            foreach (var _ in Rest(path, kept))
            {
            }
        }
    }

    private static IEnumerable<string> Rest(string path, string kept)
    {
        // If the new database's file is gone, it is already in place, and what's there isn't the old one.
        if (File.Exists(PartOf(path)))
        {
            foreach (var ending in (string[])["", .. DatabaseJournals.Endings])
            {
                if (File.Exists(path + ending))
                {
                    File.Move(path + ending, kept + ending);
                    yield return $"the old database's “{ending}” is set aside";
                }
            }

            File.Move(PartOf(path), path);
            yield return "the new database is in its place";
        }

        File.Delete(NoteOf(path));
        yield return "the note is gone";
    }
}
