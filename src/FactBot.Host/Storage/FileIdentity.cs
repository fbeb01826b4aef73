using System.Runtime.InteropServices;

namespace FactBot.Host.Storage;

/// <summary>
/// Identifies the file at a path by device and inode. A file that was deleted, moved or replaced while open can still be
/// written to, and its name doesn't show it.
/// </summary>
/// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html; outside Linux, only tells whether a file exists.</remarks>
internal readonly record struct FileIdentity(ulong Device, ulong Inode)
{
    private const int FromWorkingFolder = -100;
    private const uint InodeMask = 0x100;

    /// <summary>Returns null if there is no file.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? default(FileIdentity) : null;
        }

        return StatX(FromWorkingFolder, path, 0, InodeMask, out var found) == 0
            ? new(((ulong)found.DeviceMajor << 32) | found.DeviceMinor, found.Inode)
            : null;
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Found found);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
