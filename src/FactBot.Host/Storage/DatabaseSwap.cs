namespace FactBot.Host.Storage;

/// <summary>
/// Puts a database in another's place. What's about to be done is written down first, so that a swap that's cut off is done to its
/// end by whoever takes the database next: until that note is there, the old database is in its place with its journals, and from
/// then on the new one is as good as in it.
/// </summary>
internal static class DatabaseSwap
{
    /// <summary>The new database, until it's in its place.</summary>
    public static string PartOf(string path) => $"{path}.part";

    /// <summary>Where a swap that began sets the old database aside.</summary>
    private static string NoteOf(string path) => $"{path}.restoring";

    /// <summary>Whether a swap was cut off.</summary>
    public static bool IsUnfinished(string path) => File.Exists(NoteOf(path));

    /// <summary>Does it a step at a time.</summary>
    /// <param name="path">The database's place; its new content lies whole in <see cref="PartOf"/>.</param>
    /// <param name="kept">The name under which what's there is kept.</param>
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

    /// <summary>Ends a swap that was cut off; without one it does nothing.</summary>
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
        // Without the new database it's in its place already, and what lies there isn't the old one.
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
