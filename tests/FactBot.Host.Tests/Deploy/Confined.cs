using System.Diagnostics;

namespace FactBot.Host.Tests.Deploy;

/// <summary>Runs the host as a container would: as a user without rights, with all file systems read-only but for one folder.</summary>
internal static class Confined
{
    /// <summary>Of nobody.</summary>
    private const string User = "65534";

    private const string Script = """
        set -e
        mount --make-rprivate /
        mount --bind "$0" "$0"
        awk '$2 != "'"$0"'" && $2 !~ /^\/(proc|sys|dev)(\/|$)/ { print $2 }' /proc/self/mounts | while read -r place; do
            mount -o remount,bind,ro "$place" || [ "$place" != / ]
        done
        cd "$0"
        exec setpriv --reuid=USER --regid=USER --clear-groups --no-new-privs --bounding-set=-all "$@"
        """;

    /// <summary>Whether this machine lets a test confine a process so; a container often does not.</summary>
    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" && Run(Path.GetTempPath(), "true").ExitCode == 0;

    public static (int ExitCode, string Text) Run(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "sh", "-c", Script.Replace("USER", User, StringComparison.Ordinal), folder, program, .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["FACTBOT_Storage__Path"] = Path.Combine(folder, "desk.db"),
                    ["DOTNET_EnableDiagnostics"] = "0",
                },
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }

    /// <summary>Gives a folder to the user without rights.</summary>
    public static void GiveTo(string folder)
    {
        using var chown = Process.Start("chown", [$"{User}:{User}", folder]);
        chown.WaitForExit();
    }
}
