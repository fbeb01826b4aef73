using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FactBot.Host.Storage;

/// <summary>
/// A lock on a byte far beyond a database's end, where it conflicts with neither SQLite's nor .NET's locks. It belongs to the
/// open file: until that is closed, nothing in this or another process can take a second one. Linux only.
/// </summary>
/// <remarks>https://man7.org/linux/man-pages/man2/F_OFD_SETLK.2const.html</remarks>
internal static class OwnerLock
{
    private const int SetLock = 37;
    private const long Place = long.MaxValue - 16;

    /// <summary>Takes the lock; returns false if it isn't free.</summary>
    public static bool TryTake(SafeFileHandle file)
    {
        var wanted = new Range { Type = 1, Start = Place, Length = 1 };
        return Control(file, SetLock, ref wanted) == 0;
    }

    [DllImport("libc", EntryPoint = "fcntl", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref Range range);

    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct Range
    {
        [FieldOffset(0)]
        public short Type;

        [FieldOffset(8)]
        public long Start;

        [FieldOffset(16)]
        public long Length;
    }
}
