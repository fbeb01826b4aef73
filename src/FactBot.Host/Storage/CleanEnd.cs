using System.Globalization;
using System.Security.Cryptography;

namespace FactBot.Host.Storage;

/// <summary>
/// A note beside the database of how its file was when the program ended cleanly. While the file is still so, the next start
/// needn't read all of it to see whether it is whole. The note is gone while a program runs, and so after a crash.
/// </summary>
internal static class CleanEnd
{
    /// <summary>SQLite's header, which counts the changes of the file.</summary>
    /// <remarks>https://www.sqlite.org/fileformat.html#the_database_header</remarks>
    private const int Header = 100;

    /// <summary>Notes the file as it is. Call it once nothing has the database open any more.</summary>
    public static void Note(string path)
    {
        if (StateOf(path) is { } state)
        {
            using var note = PrivateFile.Open(NoteOf(path), FileMode.Create);
            using var writer = new StreamWriter(note);
            writer.Write(state);
        }
    }

    /// <summary>Whether the file is as it was when the program ended cleanly.</summary>
    public static bool Holds(string path) => File.Exists(NoteOf(path)) && StateOf(path) is { } state && File.ReadAllText(NoteOf(path)) == state;

    /// <summary>Removes the note, before anything is written.</summary>
    public static void Forget(string path) => File.Delete(NoteOf(path));

    private static string NoteOf(string path) => $"{path}.clean";

    /// <summary>Returns what any change of the file changes; null if a journal has changes that aren't in it yet.</summary>
    private static string? StateOf(string path)
    {
        if (!File.Exists(path) || DatabaseJournals.FindFilled(path) is not null)
        {
            return null;
        }

        var header = new byte[Header];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.ReadAtLeast(header, Header, throwOnEndOfStream: false);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{FileIdentity.Of(path)} {file.Length} {File.GetLastWriteTimeUtc(path).Ticks} {Convert.ToHexStringLower(SHA256.HashData(header))}");
    }
}
