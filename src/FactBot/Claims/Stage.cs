namespace FactBot.Claims;

/// <summary>How far a claim has come. What it was rated is another matter: see <see cref="Verdicts.Verdict"/>.</summary>
public enum Stage
{
    /// <summary>Waits for an editor's triage.</summary>
    Submitted,

    /// <summary>Being reviewed: sources and votes are gathered.</summary>
    Open,

    /// <summary>All votes are in, and no rating has two thirds of them.</summary>
    Disputed,

    /// <summary>A rating has two thirds of the votes; an editor can publish.</summary>
    Agreed,

    Published,

    Rejected,

    Duplicate,
}
