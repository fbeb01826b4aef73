using NodaTime;

namespace FactBot.Digests;

/// <summary>How the desk did of late.</summary>
/// <param name="Days">The last fourteen days, the last of them today.</param>
/// <param name="Week">The last seven times 24 hours.</param>
/// <param name="WeekBefore">The seven before those.</param>
public sealed record DeskNumbers(IReadOnlyList<DeskDay> Days, DeskWeek Week, DeskWeek WeekBefore);

/// <summary>One date in the team's zone, or several from it on.</summary>
/// <param name="In">Claims submitted.</param>
/// <param name="Out">Verdicts published, corrections among them.</param>
/// <param name="Open">Claims that waited for something at the end of it.</param>
/// <param name="Days">How many dates stand together, from this one on.</param>
public sealed record DeskDay(LocalDate Date, int In, int Out, int Open, int Days = 1);

/// <summary>The same over a week; open is what was open at its end.</summary>
public sealed record DeskWeek(int In, int Out, int Open);
