namespace FactBot.Domain;

/// <summary>
/// An event in a team, with everything needed to apply it again. The audit trail keeps every event, so that the team can be
/// rebuilt from it. Never rename an event or remove its properties: old trails use them.
/// </summary>
public abstract record DeskEvent
{
    /// <summary>The edition of new events. Increment it when a rule change would break the replay of old trails.</summary>
    internal const int PresentEdition = 2;

    /// <summary>
    /// The edition of the rules it happened under. 0: rounds didn't yet keep the rules they opened with or close by number of
    /// votes, and no second person was asked for. 1: a recusal didn't yet void what the recused person had proposed.
    /// </summary>
    public int Edition { get; init; }
}
