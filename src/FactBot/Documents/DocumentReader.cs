using FactBot.Chat;
using FactBot.Pages;
using Microsoft.Extensions.Logging;

namespace FactBot.Documents;

/// <summary>
/// Reads pages and files, which may be made to hurt, in processes of their own: at most two, started when they're needed,
/// kept for a while, and ended past a limit of time or memory. Whatever a document does there, the bot only hears that it
/// can't be read.
/// </summary>
public sealed partial class DocumentReader(ReaderProgram program, PageLimits limits, ILogger<DocumentReader> logger) : IDisposable
{
    /// <summary>Readings at once, each in a process of its own, so that one that goes wrong spoils no other.</summary>
    private const int AtOnce = 2;

    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly List<ReaderProcess> all = [];
    private readonly Stack<ReaderProcess> idle = [];
    private bool isDisposed;

    /// <summary>The most that .NET's heap may take in one of them, in bytes.</summary>
    internal long Memory { get; init; } = 512L * 1024 * 1024;

    /// <summary>How long one that has nothing to do is kept.</summary>
    internal TimeSpan Warm { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The processes that there are, by their number in the system.</summary>
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

    /// <summary>A page's article; a refusal, in a sentence that says what to do instead, where it cannot be read.</summary>
    public Task<ReadablePage> ReadAsync(FetchedPage page, CancellationToken cancel) =>
        ReadAsync($"The page at {ShownHost.Of(page.Address)}", new DocumentRequest(page, null, null, Seconds), cancel);

    /// <summary>A file's text; a refusal, in a sentence that says what to do instead, where it cannot be read.</summary>
    public Task<ReadablePage> ReadAsync(string fileName, byte[] bytes, CancellationToken cancel) =>
        ReadAsync($"{fileName}", new DocumentRequest(null, fileName, bytes, Seconds), cancel);

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

    /// <summary>Twice the time of a reading, since .NET works on several things at once: for where nobody is left to end it.</summary>
    private int Seconds => limits.Reading == Timeout.InfiniteTimeSpan ? 0 : (int)(2 * limits.Reading.TotalSeconds) + 5;

    private async Task<ReadablePage> ReadAsync(Words name, DocumentRequest request, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            var process = await TakeAsync(name, cancel);
            var answer = await AskAsync(process, request, cancel);
            return answer?.Page
                ?? throw (answer?.Refusal is { } refusal ? new DeskRuleException(refusal.ToWords()) : TooMuch(name));
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>What came of it; null where the process could not go on. A process that did not end well is ended.</summary>
    private async Task<DocumentAnswer?> AskAsync(ReaderProcess process, DocumentRequest request, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(limits.Reading, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
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
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogEnded("It took too long.");
            return null;
        }
        finally
        {
            GiveBack(process, isWell);
        }
    }

    private async Task<ReaderProcess> TakeAsync(Words name, CancellationToken cancel)
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
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            return Keep(await ReaderProcess.StartAsync(program, Memory, either.Token));
        }
        catch (Exception e) when (e is ReaderBrokenException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
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

    // The same sentence as where the reader itself finds that it's too much.
    private static DeskRuleException TooMuch(Words name) =>
        new($"{name} cannot be read: it is damaged, locked or far larger than an article; add the article’s text as a file instead.");

    [LoggerMessage(LogLevel.Warning, "A document could not be read: {Fault}")]
    private partial void LogFault(string fault);

    [LoggerMessage(LogLevel.Warning, "A document could not be read, and the process that read it was ended: {Reason}")]
    private partial void LogEnded(string reason);

    [LoggerMessage(LogLevel.Error, "The process that reads documents could not be started")]
    private partial void LogNotStarted(Exception e);
}
