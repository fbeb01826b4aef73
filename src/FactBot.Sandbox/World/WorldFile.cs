using System.Text.Json;

namespace FactBot.Sandbox.World;

/// <summary>Saves the world to a file: a second after a change, and at the end.</summary>
internal sealed class WorldFile : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string path;
    private readonly SandboxWorld world;
    private readonly ITimer timer;
    private readonly Lock writing = new();
    private int planned;

    public WorldFile(string path, SandboxWorld world)
    {
        this.path = path;
        this.world = world;
        timer = TimeProvider.System.CreateTimer(_ => Write(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        world.Changed += Plan;
    }

    /// <summary>Reads the world from this file; null if there is none.</summary>
    /// <exception cref="IOException">The file doesn't contain a world.</exception>
    public static WorldState? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<WorldState>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException failure)
        {
            throw new IOException($"The world in {path} cannot be read; delete the file to begin anew.", failure);
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Write();
    }

    private void Plan()
    {
        if (Interlocked.Exchange(ref planned, 1) == 0)
            timer.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    private void Write()
    {
        Interlocked.Exchange(ref planned, 0);
        lock (writing)
        {
            byte[] content;
            lock (world.Gate)
            {
                world.State.Now = world.Clock.GetUtcNow();
                content = JsonSerializer.SerializeToUtf8Bytes(world.State);
            }

            // A half-written world would be worse than an old one.
            File.WriteAllBytes(path + ".new", content);
            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
