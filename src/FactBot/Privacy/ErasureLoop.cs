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
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            while (await StepAsync(cancellationToken))
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
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FactBotDbContext>();
        var now = time.GetUtcNow();
        var due = await db.OpenErasures.IgnoreQueryFilters().Where(e => e.NextTryAt <= now).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return false;
        }

        using var turn = await db.HoldTurnAsync(cancellationToken);
        // Kept open throughout: when the last connection closes, SQLite removes the log, even during a search or a checkpoint.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var step = FindStep(due, now);
        var goesOn = step is not null;
        try
        {
            await (step?.Invoke(db, now, cancellationToken) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            LogFailed(e.Message);
            due.ForEach(d => d.Fail(e.Message, now));
            goesOn = false;
        }

        goesOn |= await EndAsync(db, due, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return goesOn;
    }

    private Func<FactBotDbContext, DateTimeOffset, CancellationToken, Task>? FindStep(List<OpenErasure> due, DateTimeOffset now)
    {
        if (due.FindAll(e => !e.IsOutOfLog) is { Count: > 0 } logged)
        {
            return (db, at, cancellationToken) => EmptyLogAsync(db, logged, at, cancellationToken);
        }

        if (due.FindAll(e => !e.IsRewritten && e.RewriteDue <= now) is { Count: > 0 } nightly)
        {
            return (db, _, cancellationToken) => RewriteAsync(db, nightly, cancellationToken);
        }

        return due.Find(e => e is { IsRewritten: true, IsOutOfFiles: false }) is { } searched
            ? (db, at, cancellationToken) => SearchAsync(db, searched, at, cancellationToken)
            : null;
    }

    private static async Task EmptyLogAsync(FactBotDbContext db, List<OpenErasure> erasures, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isEmpty = await db.ErasedFiles.EmptyLogAsync(cancellationToken);
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

    private static async Task RewriteAsync(FactBotDbContext db, List<OpenErasure> erasures, CancellationToken cancellationToken)
    {
        await db.ErasedFiles.RewriteAsync(withIndex: erasures.Exists(e => e.FailedTries > 0), cancellationToken);
        erasures.ForEach(e => e.Rewrite());
    }

    private async Task SearchAsync(FactBotDbContext db, OpenErasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ErasedFiles.SearchAsync(Fingerprints.Parse(erasure.Prints), cancellationToken) is { } file)
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
    private static async Task<bool> EndAsync(FactBotDbContext db, List<OpenErasure> due, CancellationToken cancellationToken)
    {
        var ended = false;
        foreach (var erasure in due.Where(e => e is { IsOutOfFiles: true, IsOutOfLog: true }))
        {
            if (!await db.Posts.IgnoreQueryFilters().AnyAsync(p => p.TeamId == erasure.TeamId && (p.ErasedBy >= erasure.Id || p.ThreadErasedBy >= erasure.Id), cancellationToken))
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
