namespace FactBot.Host.Storage;

/// <summary>
/// Says that a bot works on a database: two on one would post everything twice, and a restore needs it at rest. The system
/// frees it when the process ends, however it ends.
/// </summary>
internal sealed class DatabaseHold : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private DatabaseHold(FileStream file) => this.file = file;

    /// <summary>Waits until the process that has it ends, as in a rolling restart, but no longer than the patience.</summary>
    /// <exception cref="DatabaseException">Another process has it still, or its folder cannot be written.</exception>
    public static async Task<DatabaseHold> TakeAsync(string path, TimeSpan patience, CancellationToken cancel)
    {
        // Real time: the other process does not know of a clock that tests move.
        var began = TimeProvider.System.GetTimestamp();
        FileStream? sign = null;
        try
        {
            while (true)
            {
                try
                {
                    return Take(path);
                }
                catch (DatabaseHeldException) when (TimeProvider.System.GetElapsedTime(began) < patience)
                {
                    sign ??= Lock(SignOf(path));
                    await Task.Delay(Glance, TimeProvider.System, cancel);
                }
            }
        }
        finally
        {
            sign?.Dispose();
        }
    }

    /// <summary>Whether a process waits for the one that has the database.</summary>
    public static bool IsAwaited(string path)
    {
        if (!File.Exists(SignOf(path)))
        {
            return false;
        }

        using var free = Lock(SignOf(path));
        return free is null;
    }

    /// <exception cref="DatabaseHeldException">Another process has it.</exception>
    /// <exception cref="DatabaseException">Its folder cannot be written.</exception>
    public static DatabaseHold Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new(new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DatabaseException(
                $"The database {path} cannot be opened: {e.Message} Check that its folder may be written to, or set FACTBOT_Storage__Path to another file.", e);
        }
        catch (IOException e) when (File.Exists($"{path}.lock"))
        {
            throw new DatabaseHeldException(
                $"Another FactBot works on the database {path}. Stop it first, or set FACTBOT_Storage__Path to another file.", e);
        }
        catch (IOException e)
        {
            throw new DatabaseException(
                $"The database {path} cannot be opened: {e.Message} Check that its folder exists and may be written to, or set FACTBOT_Storage__Path to another file.", e);
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Locked by who waits.</summary>
    private static string SignOf(string path) => $"{path}.next";

    /// <summary>Null where another process has it.</summary>
    private static FileStream? Lock(string sign)
    {
        try
        {
            return new(sign, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
