using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace FactBot.Documents;

/// <summary>
/// The system's own limits on the process that reads documents, which it sets on itself before it reads any. Only Linux has
/// them; elsewhere .NET's limit of its heap and the limit of time stand without them.
/// </summary>
internal static class SystemLimits
{
    /// <summary>The most that it may write to in memory, in bytes: .NET's heap, its own tables, the stacks of its threads.</summary>
    private const ulong Memory = 1024UL * 1024 * 1024;

    // https://man7.org/linux/man-pages/man2/getrlimit.2.html; the numbers are those of every architecture that .NET runs on.
    private const int ProcessorTime = 0;
    private const int Data = 2;
    private const int CoreFile = 4;
    private const ulong Unlimited = ulong.MaxValue;

    /// <summary>A group of its own, no core file, and the first to go where the machine or the container is out of memory.</summary>
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
            // A system that hides it; the other limits hold all the same.
        }
    }

    /// <summary>Lets it use the processor for so many seconds from now on; past them the system ends it.</summary>
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
