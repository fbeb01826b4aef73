using FactBot.Domain.Verdicts;

namespace FactBot.Domain.Claims;

/// <summary>How far a claim has come. Its rating is separate: see <see cref="Verdicts.Verdict"/>.</summary>
public enum Stage
{
    /// <summary>Waits for an editor's triage.</summary>
    Submitted,

    /// <summary>Being reviewed: sources and votes are gathered.</summary>
    Open,

    /// <summary>All votes are in, and no rating has the share needed for agreement.</summary>
    Disputed,

    /// <summary>The reviewers agree on a rating; an editor can publish.</summary>
    Agreed,

    Published,

    Rejected,

    Duplicate,

    /// <summary>Its parts continue as separate claims.</summary>
    Split,

    /// <summary>Withdrawn by its submitter.</summary>
    Withdrawn,

    /// <summary>Its verdict was published and then retracted.</summary>
    Retracted,
}
