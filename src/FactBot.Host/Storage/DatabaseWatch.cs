using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Storage;

/// <summary>
/// Checks every few seconds, and on demand, whether a change would be saved: the file is the one at its path, a write to it
/// succeeds, and its folder has room. It runs in real time, because a disk doesn't know about a clock that tests move.
/// </summary>
internal sealed partial class DatabaseWatch(
    DatabaseGuard guard, WriteTurn turn, IOptions<StorageOptions> storage, IHostApplicationLifetime life, ILogger<DatabaseWatch> log)
    : BackgroundService
{
    /// <summary>The bytes a change may need, including what SQLite writes beside it.</summary>
    private const int Room = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long another change may take before writes count as blocked.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private SqliteConnection? open;
    private FileIdentity? hold;
    private long writtenAt;

    private string Path => storage.Value.Path;

    /// <summary>
    /// Opens a connection that stays open while the bot runs, so that the journal files stay the same, and starts to watch.
    /// </summary>
    public void Open()
    {
        open = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = (int)Patience.TotalSeconds,
        }.ToString());
        open.Open();
        Write();
        guard.Watch(Path);
        hold = FileIdentity.Of(DatabaseHold.LockOf(Path));
    }

    /// <summary>Checks now. Returns what prevents changes from being saved, or null; if it takes long, the last result.</summary>
    public async Task<DatabaseTrouble?> LookAsync(CancellationToken cancellationToken)
    {
        var look = Task.Run(() => LookInTurnAsync(cancellationToken), cancellationToken);
        await Task.WhenAny(look, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        if (look.IsCompleted)
        {
            await look;
        }

        return guard.Trouble;
    }

    public override void Dispose()
    {
        base.Dispose();
        open?.Dispose();
        oneAtATime.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
                StopIfTakenOver();
                if (IsMoved() || TimeProvider.System.GetElapsedTime(writtenAt) >= BetweenWrites)
                {
                    await LookInTurnAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Stops the bot if its lock file was replaced: another FactBot runs, and two would post everything twice.</summary>
    private void StopIfTakenOver()
    {
        if (hold is { } mine && FileIdentity.Of(DatabaseHold.LockOf(Path)) is { } there && there != mine)
        {
            LogTakenOver(Path);
            Environment.ExitCode = Operations.ExitCode.Database;
            hold = null;
            life.StopApplication();
        }
    }

    private async Task LookInTurnAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            guard.Tell(await FindAsync(cancellationToken));
            writtenAt = TimeProvider.System.GetTimestamp();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<DatabaseTrouble?> FindAsync(CancellationToken cancellationToken)
    {
        if (IsMoved())
        {
            return DatabaseTrouble.Moved;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestTurn);
        try
        {
            using var held = await turn.TakeAsync(patience.Token);
            FillRoom();
            Write();
            return IsMoved() ? DatabaseTrouble.Moved : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DatabaseTrouble.Locked;
        }
        catch (SqliteException e)
        {
            return DatabaseTroubles.Find(e) ?? DatabaseTrouble.Broken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DatabaseTroubles.IsFull(e) ? DatabaseTrouble.Full : e is UnauthorizedAccessException || IsReadOnly(e) ? DatabaseTrouble.ReadOnly : DatabaseTrouble.Broken;
        }
    }

    private bool IsMoved()
    {
        try
        {
            guard.RefuseIfMoved();
            return false;
        }
        catch (DatabaseMovedException)
        {
            return true;
        }
    }

    /// <summary>Whether it is EROFS, as .NET reports it.</summary>
    private static bool IsReadOnly(Exception e) => e.HResult == 30;

    /// <summary>Writes a file to test for room. A database write is no test: its journal may have room on a full disk.</summary>
    private void FillRoom()
    {
        var file = $"{Path}.room";
        try
        {
            using var room = PrivateFile.Open(file, FileMode.Create);
            room.Write(new byte[Room]);
            room.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Changes a number in the file's header that SQLite leaves to programs: one page of the journal.</summary>
    private void Write()
    {
        using var command = open!.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var next = ((long)command.ExecuteScalar()! + 1) % 1_000_000;
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}");
        command.ExecuteNonQuery();
    }

    [LoggerMessage(LogLevel.Critical, "Another FactBot has taken the database {Path}, since the file that kept it away was deleted; this one stops")]
    private partial void LogTakenOver(string path);
}
