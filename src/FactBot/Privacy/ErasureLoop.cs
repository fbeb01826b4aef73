using System.Data.Common;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Privacy;

/// <summary>
/// Removes erased data from the database's files too: empties the write-ahead log at once, rewrites the file at night, once
/// for all erasures of a day, and searches the files until nothing is found. The rows say what is left to do.
/// </summary>
public sealed partial class ErasureLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<ErasureLoop> log) : BackgroundService
{
    private static readonly TimeOnly Night = new(3, 0);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Returns the next time when everyone is asleep, by this machine's clock.</summary>
    public static DateTimeOffset NightAfter(DateTimeOffset now, TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(0, 3).Select(day => date.AddDays(day).ToDateTime(Night))
            // If the clock skips three o'clock, that night is left out.
            .Where(at => !zone.IsInvalidTime(at)).Select(at => new DateTimeOffset(at, zone.GetUtcOffset(at))).First(at => at > now);
    }

    /// <summary>Does what can be done now.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            while (await StepAsync(cancel))
            {
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(e);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes the next step for all erasures that are due; false if there is none.</summary>
    private async Task<bool> StepAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskContext>();
        var now = time.GetUtcNow();
        var due = await db.OpenErasures.IgnoreQueryFilters().Where(e => e.NextTryAt <= now).OrderBy(e => e.Id).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return false;
        }

        using var turn = await db.HoldTurnAsync(cancel);
        // Kept open throughout: when the last connection closes, SQLite removes the log, even during a search or a checkpoint.
        await db.Database.OpenConnectionAsync(cancel);
        var step = FindStep(due, now);
        var goesOn = step is not null;
        try
        {
            await (step?.Invoke(db, now, cancel) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            LogFailed(e.Message);
            due.ForEach(d => d.Fail(e.Message, now));
            goesOn = false;
        }

        goesOn |= await EndAsync(db, due, cancel);
        await db.SaveChangesAsync(cancel);
        return goesOn;
    }

    private Func<DeskContext, DateTimeOffset, CancellationToken, Task>? FindStep(List<OpenErasure> due, DateTimeOffset now)
    {
        if (due.FindAll(e => !e.IsOutOfLog) is { Count: > 0 } logged)
        {
            return (db, at, cancel) => EmptyLogAsync(db, logged, at, cancel);
        }

        if (due.FindAll(e => !e.IsRewritten && e.RewriteDue <= now) is { Count: > 0 } nightly)
        {
            return (db, _, cancel) => RewriteAsync(db, nightly, cancel);
        }

        return due.Find(e => e is { IsRewritten: true, IsOutOfFiles: false }) is { } searched
            ? (db, at, cancel) => SearchAsync(db, searched, at, cancel)
            : null;
    }

    private static async Task EmptyLogAsync(DeskContext db, List<OpenErasure> erasures, DateTimeOffset now, CancellationToken cancel)
    {
        var isEmpty = await db.ErasedFiles.EmptyLogAsync(cancel);
        erasures.ForEach(e =>
        {
            if (isEmpty)
            {
                e.LeaveLog();
            }
            else
            {
                e.Fail("somebody reads from the log of writes", now);
            }
        });
    }

    private static async Task RewriteAsync(DeskContext db, List<OpenErasure> erasures, CancellationToken cancel)
    {
        await db.ErasedFiles.RewriteAsync(withIndex: erasures.Exists(e => e.FailedTries > 0), cancel);
        erasures.ForEach(e => e.Rewrite());
    }

    private async Task SearchAsync(DeskContext db, OpenErasure erasure, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.ErasedFiles.SearchAsync(Fingerprints.Parse(erasure.Prints), cancel) is { } file)
        {
            LogFound(file);
            erasure.StayInFiles($"something is left in {file}", NightAfter(now, time));
        }
        else
        {
            erasure.LeaveFiles();
        }
    }

    /// <summary>Removes erasures that have left no trace anywhere; true if there was one.</summary>
    private static async Task<bool> EndAsync(DeskContext db, List<OpenErasure> due, CancellationToken cancel)
    {
        var ended = false;
        foreach (var erasure in due.Where(e => e is { IsOutOfFiles: true, IsOutOfLog: true }))
        {
            if (!await db.Posts.IgnoreQueryFilters().AnyAsync(p => p.TeamId == erasure.TeamId && (p.ErasedBy >= erasure.Id || p.ThreadErasedBy >= erasure.Id), cancel))
            {
                db.OpenErasures.Remove(erasure);
                ended = true;
            }
        }

        return ended;
    }

    [LoggerMessage(LogLevel.Warning, "What was erased is not out of the files yet, and is tried again: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "Something that was erased is left in {File}; the database is written anew once more tonight")]
    private partial void LogFound(string file);

    [LoggerMessage(LogLevel.Error, "A look for erasures failed; the next one begins anew")]
    private partial void LogLookFailed(Exception e);
}
