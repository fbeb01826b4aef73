using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FactBot.Documents;

/// <summary>How the process that reads documents is started: it's the host's own program, with an internal command.</summary>
/// <param name="FileName">The program, such as <c>/usr/bin/dotnet</c>.</param>
/// <param name="Arguments">What it's given.</param>
public sealed record ReaderProgram(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The host's internal command.</summary>
    public const string Command = "read-documents";

    // What .NET needs of its surroundings on one system or another. None of these holds a secret.
    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "DOTNET_ROOT", "SystemRoot", "TEMP", "TMPDIR"];

    /// <summary>
    /// The host that lies beside the running program, which is another one inside of the sandbox and in tests: its
    /// assembly, run by the same .NET, or the host's own executable where it was published with .NET inside.
    /// </summary>
    public static ReaderProgram Beside { get; } = Find(AppContext.BaseDirectory);

    /// <summary>How it's started, with nothing of this process's environment but what .NET needs.</summary>
    /// <param name="memory">The most that .NET's heap may take, in bytes.</param>
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
        // It opens no port and writes no file, also when it ends in a crash.
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
