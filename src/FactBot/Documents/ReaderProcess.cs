using System.ComponentModel;
using System.Diagnostics;

namespace FactBot.Documents;

/// <summary>A process that reads documents, one at a time.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process process;

    private ReaderProcess(Process process) => this.process = process;

    /// <summary>Ends the process after it has been idle long enough.</summary>
    public ITimer? Rest { get; set; }

    /// <summary>The process id.</summary>
    public int Id => process.Id;

    public bool IsAlive => !process.HasExited;

    /// <exception cref="ReaderBrokenException">It can't be started.</exception>
    public static async Task<ReaderProcess> StartAsync(ReaderProgram program, long memory, CancellationToken cancellationToken)
    {
        Process started;
        try
        {
            started = Process.Start(program.ToStart(memory))!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ReaderBrokenException("The process that reads documents cannot be started.", e);
        }

        var reader = new ReaderProcess(started);
        try
        {
            // Its output on a crash is of no use here, and may be long.
            started.ErrorDataReceived += (_, _) => { };
            started.BeginErrorReadLine();
            await reader.NextAsync(cancellationToken);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Sends a document and returns the result.</summary>
    /// <exception cref="ReaderBrokenException">It ended, or its answer can't be understood.</exception>
    public async Task<DocumentAnswer> AskAsync(DocumentRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await DocumentFrames.WriteAsync(process.StandardInput.BaseStream, request, cancellationToken);
        }
        catch (IOException e)
        {
            throw new ReaderBrokenException("The process that reads documents ended before it had the document.", e);
        }

        return await NextAsync(cancellationToken);
    }

    /// <summary>Kills the process at once, with any children it may have.</summary>
    public void Dispose()
    {
        Rest?.Dispose();
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has already exited.
        }

        process.Dispose();
    }

    private async Task<DocumentAnswer> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await DocumentFrames.ReadAsync<DocumentAnswer>(process.StandardOutput.BaseStream, cancellationToken)
                ?? throw new ReaderBrokenException("The process that reads documents ended.", null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new ReaderBrokenException("The process that reads documents broke off.", e);
        }
    }
}

/// <summary>A process that reads documents can't continue.</summary>
internal sealed class ReaderBrokenException(string message, Exception? inner) : Exception(message, inner);
