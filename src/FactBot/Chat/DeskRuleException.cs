namespace FactBot.Chat;

/// <summary>A refusal: says which rule was hit and what would help. The router shows it to the person alone.</summary>
public sealed class DeskRuleException(Words reason) : Exception(reason.ToString())
{
    /// <summary>The sentence for the person.</summary>
    public Words Reason { get; } = reason;

    /// <summary>Whether the same may go well in a while, without anybody's doing anything else.</summary>
    public bool IsPassing { get; init; }
}
