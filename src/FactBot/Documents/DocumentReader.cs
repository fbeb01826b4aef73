using FactBot.Chat;
using FactBot.Pages;
using FactBot.Text.Pages;
using Microsoft.Extensions.Logging;

namespace FactBot.Documents;

/// <summary>
/// Reads pages and files, which may be malicious, in separate processes: at most two, started on demand, kept for a
/// while, and killed if they exceed a limit of time or memory. Whatever a document does there, all the bot sees is that
/// it can't be read.
/// </summary>
public sealed partial class DocumentReader(ReaderProgram program, PageLimits limits, ILogger<DocumentReader> logger) : IDisposable
{
    /// <summary>Concurrent readings, each in its own process, so that a failing one can't affect another.</summary>
    private const int AtOnce = 2;

    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly List<ReaderProcess> all = [];
    private readonly Stack<ReaderProcess> idle = [];
    private bool isDisposed;

    /// <summary>The limit for the .NET heap of each process, in bytes.</summary>
    internal long Memory { get; init; } = 512L * 1024 * 1024;

    /// <summary>How long an idle process is kept.</summary>
    internal TimeSpan Warm { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The ids of the running processes.</summary>
    internal IReadOnlyList<int> Processes
    {
        get
        {
            lock (all)
            {
                return [.. all.Select(p => p.Id)];
            }
        }
    }

    /// <summary>Reads a page's article; refuses, in a sentence that says what to do instead, if it can't be read.</summary>
    public Task<ReadablePage> ReadAsync(FetchedPage page, CancellationToken cancellationToken) =>
        ReadAsync(PageReader.NameOf(page), new DocumentRequest(page.ToDocument(), Seconds), cancellationToken);

    /// <summary>Reads a file's text; refuses, in a sentence that says what to do instead, if it can't be read.</summary>
    public Task<ReadablePage> ReadAsync(string fileName, byte[] bytes, CancellationToken cancellationToken) =>
        ReadAsync($"{fileName}", new DocumentRequest(new RawDocument(bytes), Seconds), cancellationToken);

    public void Dispose()
    {
        List<ReaderProcess> left;
        lock (all)
        {
            isDisposed = true;
            left = [.. all];
            all.Clear();
            idle.Clear();
        }

        left.ForEach(p => p.Dispose());
    }

    /// <summary>Twice the time limit, because .NET uses several threads; a backstop for when this process is gone.</summary>
    private int Seconds => limits.Reading == Timeout.InfiniteTimeSpan ? 0 : (int)(2 * limits.Reading.TotalSeconds) + 5;

    private async Task<ReadablePage> ReadAsync(Words name, DocumentRequest request, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var process = await TakeAsync(name, cancellationToken);
            var answer = await AskAsync(process, request, cancellationToken);
            // A document that ended the process was too much for it.
            return answer?.Page ?? throw PageReader.Refusal(name, answer?.Refusal ?? UnreadableReason.Damaged);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Returns the result; null if the process broke. A process that reported a fault or broke is killed.</summary>
    private async Task<DocumentAnswer?> AskAsync(ReaderProcess process, DocumentRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Reading, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var isWell = false;
        try
        {
            var answer = await process.AskAsync(request, either.Token);
            isWell = answer.Fault is null;
            if (answer.Fault is { } fault)
            {
                LogFault(fault);
            }

            return answer;
        }
        catch (ReaderBrokenException e)
        {
            LogEnded(e.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogEnded("It took too long.");
            return null;
        }
        finally
        {
            GiveBack(process, isWell);
        }
    }

    private async Task<ReaderProcess> TakeAsync(Words name, CancellationToken cancellationToken)
    {
        lock (all)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            while (idle.TryPop(out var rested))
            {
                rested.Rest?.Dispose();
                if (rested.IsAlive)
                {
                    return rested;
                }

                all.Remove(rested);
                rested.Dispose();
            }
        }

        using var limit = new CancellationTokenSource(Starting, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return Keep(await ReaderProcess.StartAsync(program, Memory, either.Token));
        }
        catch (Exception e) when (e is ReaderBrokenException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotStarted(e);
            throw new DeskRuleException($"{name} can’t be read right now, because FactBot has no room to read it. Try again in a few minutes.") { IsPassing = true };
        }
    }

    private ReaderProcess Keep(ReaderProcess started)
    {
        lock (all)
        {
            if (!isDisposed)
            {
                all.Add(started);
                return started;
            }
        }

        started.Dispose();
        throw new ObjectDisposedException(nameof(DocumentReader));
    }

    private void GiveBack(ReaderProcess process, bool isWell)
    {
        lock (all)
        {
            if (isWell && !isDisposed && process.IsAlive)
            {
                process.Rest = TimeProvider.System.CreateTimer(_ => Retire(process), null, Warm, Timeout.InfiniteTimeSpan);
                idle.Push(process);
                return;
            }

            all.Remove(process);
        }

        process.Dispose();
    }

    private void Retire(ReaderProcess process)
    {
        lock (all)
        {
            if (!idle.Contains(process))
            {
                return;
            }

            var others = idle.Where(p => p != process).Reverse().ToList();
            idle.Clear();
            others.ForEach(idle.Push);
            all.Remove(process);
        }

        process.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "A document could not be read: {Fault}")]
    private partial void LogFault(string fault);

    [LoggerMessage(LogLevel.Warning, "A document could not be read, and the process that read it was ended: {Reason}")]
    private partial void LogEnded(string reason);

    [LoggerMessage(LogLevel.Error, "The process that reads documents could not be started")]
    private partial void LogNotStarted(Exception e);
}
