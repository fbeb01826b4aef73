namespace FactBot.Claims;

/// <summary>How far a claim has come. What it was rated is another matter: see <see cref="Verdicts.Verdict"/>.</summary>
public enum Stage
{
    /// <summary>Waits for an editor's triage.</summary>
    Submitted,

    /// <summary>Being reviewed: sources and votes are gathered.</summary>
    Open,

    /// <summary>All votes are in, and no rating has the share that agreement needs.</summary>
    Disputed,

    /// <summary>The reviewers agree on a rating; an editor can publish.</summary>
    Agreed,

    Published,

    Rejected,

    Duplicate,

    /// <summary>Its parts go on as claims of their own.</summary>
    Split,

    /// <summary>Taken back by who submitted it.</summary>
    Withdrawn,

    /// <summary>Its verdict was published and then taken back.</summary>
    Retracted,
}
