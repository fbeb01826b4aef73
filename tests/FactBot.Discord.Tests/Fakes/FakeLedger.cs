using System.Collections.Concurrent;
using FactBot.Discord.Gateway;

namespace FactBot.Discord.Tests.Fakes;

/// <summary>A ledger that outlives its client, as a database does, and can fail like one.</summary>
internal sealed class FakeLedger(params IEnumerable<DateTimeOffset> earlier) : IIdentifyLedger
{
    public ConcurrentQueue<DateTimeOffset> Identified { get; } = new(earlier);

    /// <summary>What every call does first.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether the next read gives what no ledger may give.</summary>
    public bool IsBroken { get; set; }

    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        await Before();
        if (IsBroken)
        {
            IsBroken = false;
            return null!;
        }
        return [.. Identified];
    }

    public async Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await Before();
        Identified.Enqueue(at);
    }
}
