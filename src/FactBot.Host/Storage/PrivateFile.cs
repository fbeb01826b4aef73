namespace FactBot.Host.Storage;

/// <summary>Files and folders that only their owner can read, from the moment they are created.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Opens a file for writing, and creates it if the mode allows that.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new(path, options);
    }

    /// <summary>Creates an empty file.</summary>
    /// <exception cref="IOException">The file already exists.</exception>
    public static void Create(string path) => Open(path, FileMode.CreateNew).Dispose();

    /// <summary>Creates a file's folder if it is missing.</summary>
    public static void CreateFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnersFolder);
    }

    /// <summary>Removes everyone else's permissions on a file. A file that belongs to someone else stays as it is.</summary>
    public static void Tighten(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & ~OwnersFile) != 0)
            {
                File.SetUnixFileMode(path, OwnersFile);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // The file's owner decides who can read it.
        }
    }

    /// <summary>Flushes a file to disk, so that its content survives a power cut.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
