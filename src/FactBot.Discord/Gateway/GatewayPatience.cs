namespace FactBot.Discord.Gateway;

/// <summary>
/// Network timeouts. They are measured in real time whatever the <see cref="TimeProvider"/> says, because a sandbox
/// moves its clock by hours, and a packet still needs its milliseconds.
/// </summary>
internal sealed record GatewayPatience
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the open socket to READY or RESUMED.</summary>
    public TimeSpan Establish { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The shortest wait for an ACK before its connection counts as dead.</summary>
    public TimeSpan Acknowledge { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For the other side to answer a close frame.</summary>
    public TimeSpan Close { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For the ledger of Identifies, which may be in a busy database.</summary>
    public TimeSpan Ledger { get; init; } = TimeSpan.FromSeconds(5);
}
