using System.Collections.Concurrent;
using System.Diagnostics;

namespace FactBot.Host.Tests;

/// <summary>The host as its own process, in a folder of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("factbot-tests-").FullName;

    /// <summary>Runs it until it ends by itself.</summary>
    /// <param name="arguments">As typed, with spaces between.</param>
    /// <param name="environment">Its settings.</param>
    public async Task<(int ExitCode, string Text)> RunAsync(string arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error + await output);
    }

    /// <summary>What the bots said, for a test that failed.</summary>
    public ConcurrentQueue<string?> Said { get; } = [];

    /// <summary>Starts it as the bot; what it says is read at once, so that it never waits for a reader.</summary>
    public Process StartBot(params (string Name, string Value)[] environment)
    {
        var process = Start("run", environment);
        process.OutputDataReceived += (_, line) => Said.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => Said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public Process Start(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FactBot.Host.dll"), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
