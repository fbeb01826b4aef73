namespace FactBot.Privacy;

/// <summary>The database's files, which an erasure has to clear too. Each database has its own implementation.</summary>
public interface IErasedFiles
{
    /// <summary>Empties the write-ahead log; false if someone is still reading from it.</summary>
    Task<bool> EmptyLogAsync(CancellationToken cancellationToken);

    /// <summary>Rewrites the file without the remains of deleted rows. Writers wait in the meantime.</summary>
    /// <param name="withIndex">Whether to rebuild the index of claims too, because it contained erased text.</param>
    /// <exception cref="System.Data.Common.DbException">It couldn't be done now.</exception>
    Task RewriteAsync(bool withIndex, CancellationToken cancellationToken);

    /// <summary>
    /// Searches the database's files for what no row contains any more, and deletes copies next to it that contain it.
    /// Returns the file in which something is left; null if there is none.
    /// </summary>
    /// <exception cref="System.IO.IOException">A file couldn't be read or deleted.</exception>
    Task<string?> SearchAsync(Fingerprints prints, CancellationToken cancellationToken);
}
