using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>Whether the bot is ready: connected, its commands registered, and the opening scene played.</summary>
internal sealed class BotPresence(SandboxWorld world, PretendGateway gateway)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the opening scene is over or there is none to wait for.</summary>
    public bool IsSceneOver { get; set; }

    public bool IsConnected
    {
        get
        {
            lock (world.Gate)
            {
                return gateway.IsConnected;
            }
        }
    }

    /// <summary>Whether it is connected and has registered commands, regardless of the opening scene.</summary>
    public bool IsAtWork
    {
        get
        {
            lock (world.Gate)
            {
                return gateway.IsConnected && world.State.Commands.Count > 0;
            }
        }
    }

    /// <summary>Waits up to 15 seconds for all of it, so that a script can begin as soon as the port is open.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!(IsAtWork && IsSceneOver) && TimeProvider.System.GetElapsedTime(began) < Patience)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    /// <summary>Waits up to 5 seconds for commands in a guild; global ones count too.</summary>
    public async Task WaitForCommandsAsync(string guildId, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (IsConnected && !HasCommands(guildId) && TimeProvider.System.GetElapsedTime(began) < CommandPatience)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    public async Task WaitUntilAtWorkAsync(CancellationToken cancellationToken)
    {
        while (!IsAtWork)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
    }

    private bool HasCommands(string guildId)
    {
        lock (world.Gate)
        {
            return world.CommandsOf(guildId).Concat(world.CommandsOf(null)).Any();
        }
    }
}
