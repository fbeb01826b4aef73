using NodaTime;

namespace FactBot.Digests;

/// <summary>How the desk did of late.</summary>
/// <param name="Days">The last fourteen days, the last of them today.</param>
/// <param name="Week">The last seven times 24 hours.</param>
/// <param name="WeekBefore">The seven before those.</param>
public sealed record DeskNumbers(IReadOnlyList<DeskDay> Days, DeskWeek Week, DeskWeek WeekBefore)
{
    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => Days.All(d => d is { In: 0, Out: 0, Open: 0 });
}

/// <summary>One date in the team's zone.</summary>
/// <param name="In">Claims submitted.</param>
/// <param name="Out">Verdicts published, corrections among them.</param>
/// <param name="Open">Claims that waited for something at the end of it.</param>
public sealed record DeskDay(LocalDate Date, int In, int Out, int Open);

/// <summary>The same over a week; open is what was open at its end.</summary>
public sealed record DeskWeek(int In, int Out, int Open);
