using NodaTime;

namespace FactBot.Digests;

/// <summary>A team's recent numbers.</summary>
/// <param name="Days">The last fourteen days, ending today.</param>
/// <param name="Week">The last seven times 24 hours.</param>
/// <param name="WeekBefore">The seven before those.</param>
public sealed record DeskNumbers(IReadOnlyList<DeskDay> Days, DeskWeek Week, DeskWeek WeekBefore);

/// <summary>The numbers of one date in the team's zone, or of several consecutive dates.</summary>
/// <param name="In">Claims submitted.</param>
/// <param name="Out">Verdicts published, including corrections.</param>
/// <param name="Open">Claims still open at its end.</param>
/// <param name="Days">How many dates it covers, starting with this one.</param>
public sealed record DeskDay(LocalDate Date, int In, int Out, int Open, int Days = 1);

/// <summary>The numbers of a week; <c>Open</c> is as of its end.</summary>
public sealed record DeskWeek(int In, int Out, int Open);
