using FactBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Storage;

/// <summary>
/// Looks every few seconds, and when it's asked, whether a change would be kept: the file is the one at its path, a write to it
/// comes through, and its folder has room. In real time, since a disk knows of no clock that tests move.
/// </summary>
internal sealed partial class DatabaseWatch(
    DatabaseGuard guard, WriteTurn turn, IOptions<StorageOptions> storage, IHostApplicationLifetime life, ILogger<DatabaseWatch> log)
    : BackgroundService
{
    /// <summary>What a change may need, with what SQLite writes beside it.</summary>
    private const int Room = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long another change may take before nothing seems to come through any more.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private SqliteConnection? open;
    private FileIdentity? hold;
    private long writtenAt;

    private string Path => storage.Value.Path;

    /// <summary>
    /// Opens a connection that stays as long as the bot runs, so that the journals stay the files that they are, and begins to watch.
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

    /// <summary>Looks now; gives what keeps changes from being kept, or null. Where a look takes long, what the last one found.</summary>
    public async Task<DatabaseTrouble?> LookAsync(CancellationToken cancel)
    {
        var look = Task.Run(() => LookInTurnAsync(cancel), cancel);
        await Task.WhenAny(look, Task.Delay(Patience, TimeProvider.System, cancel));
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

    /// <summary>Where the file that says who works here is another one, another FactBot does, and two would post everything twice.</summary>
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

    private async Task LookInTurnAsync(CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            guard.Tell(await FindAsync(cancel));
            writtenAt = TimeProvider.System.GetTimestamp();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<DatabaseTrouble?> FindAsync(CancellationToken cancel)
    {
        if (IsMoved())
        {
            return DatabaseTrouble.Moved;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestTurn);
        try
        {
            using var held = await turn.TakeAsync(patience.Token);
            FillRoom();
            Write();
            return IsMoved() ? DatabaseTrouble.Moved : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
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

    /// <summary>EROFS, as .NET tells it.</summary>
    private static bool IsReadOnly(Exception e) => e.HResult == 30;

    /// <summary>A write to the database finds room in its journal also on a disk that has none left; this one doesn't.</summary>
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

    /// <summary>A number in the file's header that SQLite leaves to the program, one page of the journal.</summary>
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
