using System.Net;
using System.Text;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox;

/// <summary>How to set up a sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>The address to listen on: by default only this machine.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder for the world and the bot's data; if null, a temporary one, deleted at the end.</summary>
    public string? Data { get; init; }

    /// <summary>Leaves the team without a setup: Ada has not run <c>setup</c>.</summary>
    public bool Bare { get; init; }

    /// <summary>Starts no bot, for use with one in a separate process.</summary>
    public bool NoBot { get; init; }

    /// <summary>What the clock shows at first; the machine's time if null. A saved world never goes back in time.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>How many seconds of the shared clock pass per real second. Below 1, a bot on a busy machine has more than 3
    /// real seconds to respond.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How many shards the pretend Discord asks for; with more than one, a session without shards, or with
    /// fewer, is closed with 4011.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify at once: those with different <c>shard_id % MaxConcurrency</c>.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>The interval between heartbeats; a connection that misses two in real time is closed.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>The token the pretend Discord accepts.</summary>
    public string Token { get; init; } = "sandbox";

    /// <summary>The same token in the form of Discord's, from whose first part some libraries read the bot's id.</summary>
    public string LongToken =>
        $"{Convert.ToBase64String(Encoding.ASCII.GetBytes(SandboxWorld.BotId)).TrimEnd('=')}.sandbox.{Token}";

    internal bool IsToken(string? text) => text is not null && (text == Token || text == LongToken);

    /// <summary>Where the sandbox logs its own errors; standard error if null.</summary>
    public ILoggerProvider? Log { get; init; }
}
