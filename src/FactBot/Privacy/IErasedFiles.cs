namespace FactBot.Privacy;

/// <summary>The files of the database, from which an erasure has to go too: each database brings its own.</summary>
public interface IErasedFiles
{
    /// <summary>Empties the log of writes; false where somebody reads from it still.</summary>
    Task<bool> EmptyLogAsync(CancellationToken cancel);

    /// <summary>Writes the file anew, without what deleted rows leave in it. Writers wait meanwhile.</summary>
    /// <param name="withIndex">Whether the index of claims is made anew too, since something stood in it.</param>
    /// <exception cref="System.Data.Common.DbException">It could not be done now.</exception>
    Task RewriteAsync(bool withIndex, CancellationToken cancel);

    /// <summary>
    /// Searches the files of the database for what no row holds any more, and deletes the copies beside it that hold it.
    /// Gives the file in which something is left; null where there is nothing.
    /// </summary>
    /// <exception cref="System.IO.IOException">A file could not be read or deleted.</exception>
    Task<string?> SearchAsync(Fingerprints prints, CancellationToken cancel);
}
