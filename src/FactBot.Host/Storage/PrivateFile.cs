namespace FactBot.Host.Storage;

/// <summary>Files and folders that their owner alone may read, from the moment they're there.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Opens a file to write to, and makes it where it's missing.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new(path, options);
    }

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">There's one already.</exception>
    public static void Create(string path) => Open(path, FileMode.CreateNew).Dispose();

    /// <summary>Makes the folder of a file where it's missing.</summary>
    public static void CreateFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnersFolder);
    }

    /// <summary>Takes from others what they may do with a file; one that's somebody else's stays as it is.</summary>
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
            // Whoever it belongs to decides who reads it.
        }
    }

    /// <summary>Sees that what was written outlives a power cut: the file, and its name in its folder.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
