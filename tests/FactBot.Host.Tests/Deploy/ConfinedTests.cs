using System.Diagnostics;

namespace FactBot.Host.Tests.Deploy;

/// <summary>The program as the image runs it, without a container engine.</summary>
public sealed class ConfinedTests : IDisposable
{
    private const string WhyNot = "This machine does not let a test confine a process: it needs root, unshare and setpriv.";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "FactBot.Host.dll");

    private readonly string folder = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    [Fact]
    public void As_a_user_without_rights_and_with_a_read_only_root_it_writes_to_its_data_folder_alone()
    {
        Assert.SkipUnless(Confined.IsPossible, WhyNot);
        Assert.NotEqual(0, Confined.Run(folder, "touch", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).ExitCode);
        Confined.GiveTo(folder);
        var (exitCode, text) = Confined.Run(folder, "dotnet", Program, "migrate");
        Assert.True(exitCode == 0, text);
        Assert.Equal(0, Confined.Run(folder, "dotnet", Program, "audit", "verify").ExitCode);
        // As far as it comes without Discord: its settings, its folder and its database are well.
        var (_, checkedText) = Confined.Run(folder, "dotnet", Program, "check");
        Assert.Contains("is whole and of this version", checkedText, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder), f => Assert.StartsWith("desk.db", Path.GetFileName(f), StringComparison.Ordinal));
    }

    [Fact]
    public void As_a_user_without_rights_and_with_a_read_only_root_its_process_for_documents_starts()
    {
        Assert.SkipUnless(Confined.IsPossible, WhyNot);
        Confined.GiveTo(folder);
        var (exitCode, text) = Confined.Run(folder, "sh", "-c", "dotnet \"$0\" read-documents < /dev/null", Program);
        Assert.True(exitCode == 0, text);
        // The first thing it says is that it is ready; the end of its input ends it.
        Assert.Contains("\"Refusal\":null", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void In_a_folder_that_it_may_not_write_it_says_what_to_do()
    {
        Assert.SkipUnless(Confined.IsPossible, WhyNot);
        var (exitCode, text) = Confined.Run(folder, "dotnet", Program, "migrate");
        Assert.Equal(3, exitCode);
        Assert.Contains("write to the file and its folder", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void On_a_full_disk_it_says_so_and_goes_on_once_there_is_room()
    {
        Assert.SkipUnless(Confined.IsPossible, WhyNot);
        var (exitCode, text) = Run("""
            mount -t tmpfs -o size=100k tmpfs "$0"
            dotnet "$1" migrate && exit 1
            [ $? -eq 3 ] || exit 2
            mount -o remount,size=20m "$0"
            dotnet "$1" migrate
            dotnet "$1" check
            """);
        Assert.Contains("the disk is full. Make room", text, StringComparison.Ordinal);
        Assert.Contains("is whole and of this version", text, StringComparison.Ordinal);
        // The check misses its token.
        Assert.Equal(1, exitCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>In a view of the file systems of its own, so that what it mounts is gone with it.</summary>
    private (int ExitCode, string Text) Run(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "sh", "-c", script, folder, Program])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["FACTBOT_Storage__Path"] = Path.Combine(folder, "desk.db") },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
