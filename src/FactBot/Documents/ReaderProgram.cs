using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FactBot.Documents;

/// <summary>How to start the process that reads documents: it's the host's own program, with an internal command.</summary>
/// <param name="FileName">The program, such as <c>/usr/bin/dotnet</c>.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ReaderProgram(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The host's internal command.</summary>
    public const string Command = "read-documents";

    // What .NET needs from its environment on various systems. None of these holds a secret.
    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "DOTNET_ROOT", "SystemRoot", "TEMP", "TMPDIR"];

    /// <summary>
    /// The host next to the running program, which is a different program in the sandbox and in tests: its assembly, run by
    /// the same .NET, or the host's own executable if it was published self-contained.
    /// </summary>
    public static ReaderProgram Beside { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Returns the start info, passing on nothing from this process's environment except what .NET needs.</summary>
    /// <param name="memory">The limit for the .NET heap, in bytes.</param>
    internal ProcessStartInfo ToStart(long memory)
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        // https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector; numbers are hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // Makes it open no port and write no file, even when it crashes.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    private static ReaderProgram Find(string folder)
    {
        var assembly = Path.Combine(folder, "FactBot.Host.dll");
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        // From shared/Microsoft.NETCore.App/10.0.0 to the program that runs assemblies.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet" + suffix));
        return File.Exists(dotnet) && File.Exists(assembly)
            ? new ReaderProgram(dotnet, [assembly, Command])
            : new ReaderProgram(Path.Combine(folder, "FactBot.Host" + suffix), [Command]);
    }
}
