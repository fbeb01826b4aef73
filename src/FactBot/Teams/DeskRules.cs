namespace FactBot.Teams;

/// <summary>A team's numbers for the review of a claim.</summary>
public sealed class DeskRules
{
    /// <summary>Ballots a round needs before it can close: 1 to 9.</summary>
    public int Quorum { get; private set; } = 3;

    /// <summary>Sources of different sites that a claim needs before anybody votes: 0 to 3.</summary>
    public int SourcesNeeded { get; private set; } = 1;

    /// <summary>Hours a reviewer has, unless the assignment names its own due time.</summary>
    public int HoursToReview { get; private set; } = 48;
}
