namespace FactBot.Domain.Claims;

/// <summary>What people do to a claim; <see cref="Stages"/> tells when.</summary>
public enum ClaimAction
{
    Triage,
    Withdraw,
    Upvote,
    Prioritise,
    SetTopics,
    Reopen,
    Assign,
    Take,
    Decline,
    HandOver,
    Release,
    Recuse,
    AddSource,
    EditSource,
    StrikeSource,

    /// <summary>Any change of the sources: asked before it is known which.</summary>
    ChangeSources,

    Vote,
    CloseRound,
    Publish,
    Correct,
    Retract,
    Recheck,
}
