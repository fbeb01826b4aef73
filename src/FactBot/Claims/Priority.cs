namespace FactBot.Claims;

/// <summary>How soon a claim has to be checked; the team's settings have a review time for each.</summary>
public enum Priority
{
    Normal,

    /// <summary>Breaking news.</summary>
    Breaking,

    /// <summary>It can wait.</summary>
    Slow,
}
