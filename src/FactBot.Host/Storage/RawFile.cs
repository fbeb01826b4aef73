using System.Collections.Concurrent;
using FactBot.Privacy;
using Microsoft.Win32.SafeHandles;

namespace FactBot.Host.Storage;

/// <summary>A file of the database, read as bytes, bypassing SQLite.</summary>
/// <param name="Name">Its path.</param>
/// <param name="IsCopy">Whether FactBot put it beside the database: before an upgrade, for a restore, half a backup.</param>
internal sealed record RawFile(string Name, bool IsCopy)
{
    private const int Block = 1 << 20;

    /// <summary>
    /// The database's handles. They stay open while the files exist: closing one here would release SQLite's locks.
    /// https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    /// </summary>
    private static readonly ConcurrentDictionary<string, SafeFileHandle> Open = new();

    /// <summary>Returns the database with its journals, and the copies beside it with theirs.</summary>
    public static IReadOnlyList<RawFile> Of(string path)
    {
        foreach (var gone in Open.Keys.Where(f => !File.Exists(f)))
        {
            if (Open.TryRemove(gone, out var handle))
            {
                handle.Dispose();
            }
        }

        var full = Path.GetFullPath(path);
        var name = Path.GetFileName(full);
        var copies = Directory.GetFiles(Path.GetDirectoryName(full)!, $"{name}*")
            .Where(f => Path.GetFileName(f)[name.Length..] is var rest && (rest.StartsWith(".before-", StringComparison.Ordinal) || rest.Contains(".part", StringComparison.Ordinal)));
        return
        [
            .. new[] { full, $"{full}-wal", $"{full}-shm", $"{full}-journal" }.Where(File.Exists).Select(f => new RawFile(f, IsCopy: false)),
            .. copies.Select(f => new RawFile(f, IsCopy: true)),
        ];
    }

    /// <summary>Returns the fingerprints found in the file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public IReadOnlySet<(int, ulong)> Find(Fingerprints prints, CancellationToken cancellationToken)
    {
        // SQLite's locks are on the database and its -shm.
        if (!IsCopy && !Name.EndsWith("-wal", StringComparison.Ordinal) && !Name.EndsWith("-journal", StringComparison.Ordinal))
        {
            return Find(Open.GetOrAdd(Name, OpenFile), prints, cancellationToken);
        }

        using var handle = OpenFile(Name);
        return Find(handle, prints, cancellationToken);
    }

    public void Delete() => File.Delete(Name);

    private static SafeFileHandle OpenFile(string name) =>
        File.OpenHandle(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static HashSet<(int, ulong)> Find(SafeFileHandle handle, Fingerprints prints, CancellationToken cancellationToken)
    {
        var found = new HashSet<(int, ulong)>();
        var again = prints.Longest - 1;
        var block = new byte[Block + again];
        var kept = 0;
        for (var offset = 0L; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(handle, block.AsSpan(kept), offset);
            if (read == 0)
            {
                return found;
            }

            found.UnionWith(prints.FindIn(block.AsSpan(0, kept + read)));
            offset += read;
            var rest = Math.Min(again, kept + read);
            block.AsSpan(kept + read - rest, rest).CopyTo(block);
            kept = rest;
        }
    }
}
