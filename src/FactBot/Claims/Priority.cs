namespace FactBot.Claims;

/// <summary>How soon a claim has to be checked; each has its own time for reviews in the team's settings.</summary>
public enum Priority
{
    Normal,

    /// <summary>News of the hour.</summary>
    Breaking,

    /// <summary>It can wait.</summary>
    Slow,
}
