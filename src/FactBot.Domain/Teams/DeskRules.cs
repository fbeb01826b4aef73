namespace FactBot.Domain.Teams;

/// <summary>A team's rules for reviewing claims; <c>/settings</c> shows and changes them.</summary>
public sealed class DeskRules
{
    /// <summary>Whether an editor first decides which claims are reviewed.</summary>
    public bool NeedsTriage { get; internal set; } = true;

    /// <summary>Ballots a round needs before it can close: 1 to 9.</summary>
    public int Quorum { get; internal set; } = 3;

    /// <summary>The share of a round's ballots that one rating needs.</summary>
    public Agreement Agreement { get; internal set; }

    /// <summary>Sources from different sites a claim needs before anyone votes: 0 to 3.</summary>
    public int SourcesNeeded { get; internal set; } = 1;

    /// <summary>Hours a reviewer has, unless the assignment has its own due time: 1 to 720.</summary>
    public int HoursToReview { get; internal set; } = 48;

    /// <summary>Hours a reviewer has for breaking news: 1 to 72.</summary>
    public int HoursIfBreaking { get; internal set; } = 4;

    /// <summary>Hours a reviewer has for claims that can wait: 1 to 2,160.</summary>
    public int HoursIfSlow { get; internal set; } = 168;

    /// <summary>Hours a verdict is on hold before it is public: 0 to 24.</summary>
    public int HoldHours { get; internal set; }

    /// <summary>Days until a verdict is due for another check, up to 3,650; 0 for never.</summary>
    public int ShelfLifeDays { get; internal set; } = 180;

    /// <summary>Whether dissent is published with the reviewers' names.</summary>
    public bool NamesDissenters { get; internal set; }

    /// <summary>Whether a decision without agreement, a correction and a retraction need a second person.</summary>
    public bool TwoPeople { get; internal set; } = true;
}
