namespace FactBot.Teams;

/// <summary>What somebody may do at a team's desk; each includes what stands before it.</summary>
public enum DeskRole
{
    /// <summary>Submits and looks.</summary>
    Member,

    /// <summary>Takes claims, adds evidence, votes.</summary>
    Reviewer,

    /// <summary>Triages, assigns, publishes, sets up.</summary>
    Editor,
}
