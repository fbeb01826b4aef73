namespace FactBot.Host.Storage;

/// <summary>A start of a gateway session. Discord allows a thousand a day, including restarts.</summary>
public sealed class Identify
{
    public long Id { get; private set; }

    public DateTimeOffset At { get; init; }
}
