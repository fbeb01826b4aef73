using System.Diagnostics;

namespace FactBot.Mutations;

/// <summary>A copy of the repository in which one mutation at a time is compiled and tested.</summary>
internal sealed class Workshop(string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

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

    /// <summary>Whether the area's tests pass as the source stands.</summary>
    public async Task<bool> PassesAsync(Area area) =>
        await TestAsync(area, [.. area.Nearest.SelectMany(n => Filter("-class", area, n))])
        && (!area.Rest || await TestAsync(area, [.. area.Nearest.SelectMany(n => Filter("-class-", area, n))]));

    public async Task<Outcome> TryAsync(Mutation mutation)
    {
        var path = Path.Combine(folder, mutation.File);
        var source = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, mutation.Apply(source));
        try
        {
            var project = mutation.Area.Project;
            var (code, _) = await RunAsync(
                folder, "dotnet", ["build", $"src/{project}", "--no-restore", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"], Longest);
            if (code != 0)
            {
                return Outcome.NotCompiled;
            }

            File.Copy(
                Path.Combine(folder, "src", project, "bin/Debug/net10.0", $"{project}.dll"),
                Path.Combine(TestFolder(mutation.Area), $"{project}.dll"), overwrite: true);
            return await PassesAsync(mutation.Area) ? Outcome.Survived : Outcome.Caught;
        }
        finally
        {
            await File.WriteAllTextAsync(path, source);
        }
    }

    /// <summary>Puts the project as it stands in the place of the mutated one.</summary>
    public async Task RestoreAsync(Area area)
    {
        await RunAsync(folder, "dotnet", ["build", $"src/{area.Project}", "--no-restore", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false"], Longest);
        File.Copy(
            Path.Combine(folder, "src", area.Project, "bin/Debug/net10.0", $"{area.Project}.dll"),
            Path.Combine(TestFolder(area), $"{area.Project}.dll"), overwrite: true);
    }

    private static IEnumerable<string> Filter(string option, Area area, string name) => [option, $"{area.Tests}.{name}"];

    private string TestFolder(Area area) => Path.Combine(folder, "tests", area.Tests, "bin/Debug/net10.0");

    private async Task<bool> TestAsync(Area area, IReadOnlyList<string> filters)
    {
        var (code, _) = await RunAsync(
            folder, "dotnet", [Path.Combine(TestFolder(area), $"{area.Tests}.dll"), .. filters, "-stopOnFail", "-noLogo", "-reporter", "quiet"], Longest);
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
