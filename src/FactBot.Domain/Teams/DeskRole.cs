namespace FactBot.Domain.Teams;

/// <summary>What a person may do in a team; each role includes the ones before it.</summary>
public enum DeskRole
{
    /// <summary>Submits and looks.</summary>
    Member,

    /// <summary>Takes claims, adds evidence, votes.</summary>
    Reviewer,

    /// <summary>Triages, assigns, publishes, sets up.</summary>
    Editor,
}
