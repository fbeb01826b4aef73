using FactBot.Domain.Teams;

namespace FactBot.Domain.Claims;

/// <summary>How soon a claim has to be checked; the team's settings have a review time for each.</summary>
public enum Priority
{
    Normal,

    /// <summary>Breaking news.</summary>
    Breaking,

    /// <summary>It can wait.</summary>
    Slow,
}

public static class ReviewTime
{
    /// <summary>Returns when a review that begins now is due.</summary>
    public static DateTimeOffset DueFrom(this DeskRules rules, DateTimeOffset now, Priority priority) => now.AddHours(priority switch
    {
        Priority.Breaking => rules.HoursIfBreaking,
        Priority.Slow => rules.HoursIfSlow,
        _ => rules.HoursToReview,
    });
}
