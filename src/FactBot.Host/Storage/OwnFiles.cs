namespace FactBot.Host.Storage;

/// <summary>
/// The names beside a database under which SQLite and FactBot keep files of their own: the database's name with something after
/// a “-” or a “.”. A file of somebody else's under such a name would be taken for theirs, or deleted.
/// </summary>
internal static class OwnFiles
{
    /// <summary>The endings of files that a restore writes or deletes; copies that were set aside can be restored.</summary>
    private static readonly string[] NotToRestore = ["-", ".lock", ".next", ".part", ".restoring"];

    /// <summary>Refuses to write a file, first under its name with <c>.part</c>, in the place of the database or its files.</summary>
    /// <exception cref="DatabaseException">Its name belongs to the database.</exception>
    public static void RefuseTarget(string database, string file)
    {
        if (EndingsOf(file, database).Concat(EndingsOf($"{file}.part", database)).Any())
        {
            throw new DatabaseException(
                $"{file} is a name that belongs to the database {database}: FactBot and SQLite keep files of their own under it. Name a file that doesn't begin with {Path.GetFileName(database)}.");
        }
    }

    /// <summary>Refuses to restore a file that belongs to the database in place.</summary>
    /// <exception cref="DatabaseException">It does.</exception>
    public static void RefuseSource(string database, string file)
    {
        if (EndingsOf(file, database).Any(ending => NotToRestore.Any(e => ending.StartsWith(e, StringComparison.Ordinal))))
        {
            throw new DatabaseException($"{file} belongs to the database {database} and is no backup. Name the file that backup wrote.");
        }
    }

    /// <summary>
    /// Returns what follows the database's name in the file's, empty for the database itself, if it's one of these names. Both
    /// are compared as named and where a symbolic link leads.
    /// </summary>
    private static IEnumerable<string> EndingsOf(string file, string database) =>
        from named in PlacesOf(file)
        from own in PlacesOf(database)
        where IsSameFolder(named, own) && Path.GetFileName(named).StartsWith(Path.GetFileName(own), StringComparison.OrdinalIgnoreCase)
        let ending = Path.GetFileName(named)[Path.GetFileName(own).Length..]
        where ending is "" or ['-' or '.', ..]
        select ending;

    private static IEnumerable<string> PlacesOf(string path)
    {
        var link = new FileInfo(path);
        yield return link.FullName;
        if (link.LinkTarget is not null && link.ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            yield return target.FullName;
        }
    }

    private static bool IsSameFolder(string one, string other)
    {
        var (here, there) = (Path.GetDirectoryName(one)!, Path.GetDirectoryName(other)!);
        return here == there || (OperatingSystem.IsLinux() && FileIdentity.Of(here) is { } identity && identity == FileIdentity.Of(there));
    }
}
