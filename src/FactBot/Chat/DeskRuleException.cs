namespace FactBot.Chat;

/// <summary>A refusal: says which rule was broken and what would help. The router shows it only to the asker.</summary>
public sealed class DeskRuleException(Words reason) : Exception(reason.ToString())
{
    /// <summary>The sentence for the person.</summary>
    public Words Reason { get; } = reason;

    /// <summary>Whether the same request may succeed after a while without anyone doing anything.</summary>
    public bool IsPassing { get; init; }
}
