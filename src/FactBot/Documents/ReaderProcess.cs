using System.ComponentModel;
using System.Diagnostics;

namespace FactBot.Documents;

/// <summary>One process that reads documents, one at a time.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process process;

    private ReaderProcess(Process process) => this.process = process;

    /// <summary>Ends it when it has rested long enough.</summary>
    public ITimer? Rest { get; set; }

    /// <summary>Its number in the system.</summary>
    public int Id => process.Id;

    public bool IsAlive => !process.HasExited;

    /// <exception cref="ReaderBrokenException">It can't be started.</exception>
    public static async Task<ReaderProcess> StartAsync(ReaderProgram program, long memory, CancellationToken cancel)
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
            // What it says as it crashes is of no use here, and may be long.
            started.ErrorDataReceived += (_, _) => { };
            started.BeginErrorReadLine();
            await reader.NextAsync(cancel);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>What came of the document.</summary>
    /// <exception cref="ReaderBrokenException">It ended, or says what nobody understands.</exception>
    public async Task<DocumentAnswer> AskAsync(DocumentRequest request, CancellationToken cancel)
    {
        try
        {
            await DocumentFrames.WriteAsync(process.StandardInput.BaseStream, request, cancel);
        }
        catch (IOException e)
        {
            throw new ReaderBrokenException("The process that reads documents ended before it had the document.", e);
        }

        return await NextAsync(cancel);
    }

    /// <summary>Ends it at once, with whatever it may have started.</summary>
    public void Dispose()
    {
        Rest?.Dispose();
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }

    private async Task<DocumentAnswer> NextAsync(CancellationToken cancel)
    {
        try
        {
            return await DocumentFrames.ReadAsync<DocumentAnswer>(process.StandardOutput.BaseStream, cancel)
                ?? throw new ReaderBrokenException("The process that reads documents ended.", null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new ReaderBrokenException("The process that reads documents broke off.", e);
        }
    }
}

/// <summary>A process that reads documents can't go on.</summary>
internal sealed class ReaderBrokenException(string message, Exception? inner) : Exception(message, inner);
