using System.Diagnostics;

namespace FactBot.Mutations;

/// <summary>A copy of the repository in which one mutation at a time is compiled and tested.</summary>
internal sealed class Workshop(string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, Compiler> compilers = [];

    /// <summary>Copies the tracked files and builds what is tested.</summary>
    public static async Task<Workshop> OpenAsync(string repository, string folder, IEnumerable<string> testProjects)
    {
        Directory.CreateDirectory(folder);
        var workshop = new Workshop(folder);
        var (_, files) = await RunAsync(repository, "git", ["ls-files"], Longest);
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(repository, f))))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(repository, file), copy, overwrite: true);
        }

        foreach (var project in testProjects)
        {
            var (code, output) = await RunAsync(folder, "dotnet", ["build", $"tests/{project}", "-p:RunAnalyzers=false"], Longest);
            if (code != 0)
            {
                throw new InvalidOperationException($"{project} does not build:\n{output}");
            }
        }

        return workshop;
    }

    /// <summary>Whether the area's tests pass as the source stands; the quick ones are run first.</summary>
    /// <param name="rest">Whether all the project's other tests follow.</param>
    public async Task<bool> PassesAsync(Area area, bool rest) =>
        await TestAsync(area, [.. Filter("-class", area, area.Nearest), .. Filter("-class-", area, Area.Slow)])
        && await TestAsync(area, Filter("-class", area, Area.Slow.Where(s => area.Nearest.Contains(s) || area.Nearest.Contains($"{s.Split('.')[0]}.*"))))
        && (!rest || await TestAsync(area, Filter("-class-", area, area.Nearest), Longest));

    public async Task<Outcome> TryAsync(Mutation mutation, bool rest)
    {
        var path = Path.Combine(folder, mutation.File);
        var assembly = Assembly(mutation.Area);
        var kept = await File.ReadAllBytesAsync(assembly);
        try
        {
            var compiler = await CompilerAsync(mutation.Area.Project);
            return !compiler.Compile(path, mutation.Apply(await File.ReadAllTextAsync(path)), assembly) ? Outcome.NotCompiled
                : await PassesAsync(mutation.Area, rest) ? Outcome.Survived
                : Outcome.Caught;
        }
        finally
        {
            await File.WriteAllBytesAsync(assembly, kept);
        }
    }

    private async Task<Compiler> CompilerAsync(string project)
    {
        if (!compilers.TryGetValue(project, out var compiler))
        {
            var projectFolder = Path.Combine(folder, "src", project);
            var (_, output) = await RunAsync(
                projectFolder, "dotnet",
                [
                    "build", "--no-restore", "-t:Compile", "-p:BuildProjectReferences=false", "-p:ProvideCommandLineArgs=true",
                    "-p:SkipCompilerExecution=true", "-getItem:CscCommandLineArgs",
                    // As a design-time build does it, so that what is up to date is asked for too.
                    "-p:NonExistentFile=__NonExistentFile__",
                ],
                Longest);
            compilers[project] = compiler = Compiler.Open(projectFolder, output);
        }

        return compiler;
    }

    private static IReadOnlyList<string> Filter(string option, Area area, IEnumerable<string> names) => [.. names.SelectMany(n => new[] { option, $"{area.Tests}.{n}" })];

    private string Assembly(Area area) => Path.Combine(TestFolder(area), $"{area.Project}.dll");

    private string TestFolder(Area area) => Path.Combine(folder, "tests", area.Tests, "bin/Debug/net10.0");

    private async Task<bool> TestAsync(Area area, IReadOnlyList<string> filters, TimeSpan? limit = null)
    {
        if (filters.Count == 0)
        {
            return true;
        }

        var (code, _) = await RunAsync(
            folder, "dotnet", [Path.Combine(TestFolder(area), $"{area.Tests}.dll"), .. filters, "-stopOnFail", "-noLogo", "-reporter", "quiet"], limit ?? TimeSpan.FromMinutes(4));
        return code == 0;
    }

    /// <summary>Runs a command; one that takes too long is ended and counts as failed.</summary>
    private static async Task<(int Code, string Output)> RunAsync(string folder, string command, IEnumerable<string> arguments, TimeSpan limit)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FACTBOT_SEAL_GAMES"] = "10", ["FACTBOT_FORGETTINGS"] = "2" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "");
        }

        return (process.ExitCode, await output + await errors);
    }
}

internal enum Outcome
{
    Caught,
    Survived,
    NotCompiled,
}
