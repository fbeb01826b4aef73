namespace FactBot.Host.Storage;

/// <summary>A start of a gateway session; Discord allows a thousand a day, over restarts too.</summary>
public sealed class Identify
{
    public long Id { get; private set; }

    public DateTimeOffset At { get; init; }
}
