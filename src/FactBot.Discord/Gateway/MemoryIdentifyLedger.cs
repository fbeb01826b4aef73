namespace FactBot.Discord.Gateway;

/// <summary>Keeps the ledger in memory for the lifetime of the process.</summary>
internal sealed class MemoryIdentifyLedger : IIdentifyLedger
{
    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> identified = [];

    public Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. identified]);
        }
    }

    public Task AddAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            identified.RemoveAll(earlier => earlier < at - IdentifyBudget.Day);
            identified.Add(at);
        }
        return Task.CompletedTask;
    }
}
