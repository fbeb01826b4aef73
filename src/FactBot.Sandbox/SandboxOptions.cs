using System.Net;

namespace FactBot.Sandbox;

/// <summary>How a sandbox is to be set up.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where it listens: this machine alone, unless told otherwise.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder of the world and of the bot's data; a fresh one, deleted at the end, when null.</summary>
    public string? Data { get; init; }

    /// <summary>Leaves the team without a desk: Ada has not run <c>setup</c>.</summary>
    public bool Bare { get; init; }

    /// <summary>Starts no bot, for one in a process of its own.</summary>
    public bool NoBot { get; init; }

    /// <summary>What the clock shows first; the machine's time when null. A kept world never goes back in
    /// time.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>How many seconds of the shared clock pass in a real one. Below 1, a busy machine has longer than 3 seconds
    /// to answer in.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How many shards the pretend Discord asks for; with more than one, a session without shards, or with
    /// fewer, is closed with 4011.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify at once: those of different <c>shard_id % MaxConcurrency</c>.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How often a bot is to beat; a connection that misses two beats in real time is closed.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>The token the pretend Discord takes.</summary>
    public string Token { get; init; } = "sandbox";

    /// <summary>Where the sandbox's own errors go; to standard error when null.</summary>
    public ILoggerProvider? Log { get; init; }
}
