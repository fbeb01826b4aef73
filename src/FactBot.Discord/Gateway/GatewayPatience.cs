namespace FactBot.Discord.Gateway;

/// <summary>
/// How long the network may take. Measured in real time whatever the <see cref="TimeProvider"/> says, because a
/// sandbox moves its clock by hours, and a packet needs its milliseconds all the same.
/// </summary>
internal sealed record GatewayPatience
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the open socket to READY or RESUMED.</summary>
    public TimeSpan Establish { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The least an ACK is waited for before its connection is called dead.</summary>
    public TimeSpan Acknowledge { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For the other side to answer a close.</summary>
    public TimeSpan Close { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For the ledger of Identifies, which may lie in a database that is busy.</summary>
    public TimeSpan Ledger { get; init; } = TimeSpan.FromSeconds(5);
}
