using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FactBot.Documents;

/// <summary>
/// Operating-system limits that the document-reading process sets on itself before it reads anything. Only Linux has
/// them; elsewhere only .NET's heap limit and the time limit apply.
/// </summary>
internal static class SystemLimits
{
    /// <summary>The limit on writable memory, in bytes: .NET's heap, its own tables, and the stacks of its threads.</summary>
    private const ulong Memory = 1024UL * 1024 * 1024;

    // https://man7.org/linux/man-pages/man2/getrlimit.2.html; the numbers are the same on every architecture .NET runs on.
    private const int ProcessorTime = 0;
    private const int Data = 2;
    private const int CoreFile = 4;
    private const ulong Unlimited = ulong.MaxValue;

    /// <summary>Starts its own session without core files, and becomes the first to be killed if memory runs out.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _ = SetSession();
        Set(CoreFile, 0, 0);
        // Not the address space, of which .NET reserves far more than it uses.
        Set(Data, Memory, Memory);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A system that hides it; the other limits still apply.
        }
    }

    /// <summary>Allows this many seconds of processor time from now; the system kills the process beyond that.</summary>
    public static void AllowSeconds(int seconds)
    {
        if (OperatingSystem.IsLinux())
        {
            var used = (ulong)Environment.CpuUsage.TotalTime.TotalSeconds;
            Set(ProcessorTime, seconds == 0 ? Unlimited : used + (ulong)seconds, Unlimited);
        }
    }

    [SupportedOSPlatform("linux")]
    private static void Set(int resource, ulong soft, ulong hard)
    {
        var limit = new Limit { Soft = soft, Hard = hard };
        _ = SetLimit(resource, ref limit);
    }

    [DllImport("libc", EntryPoint = "setrlimit")]
    private static extern int SetLimit(int resource, ref Limit limit);

    [DllImport("libc", EntryPoint = "setsid")]
    private static extern int SetSession();

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
