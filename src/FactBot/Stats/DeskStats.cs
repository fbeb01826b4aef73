using FactBot.Chat;
using FactBot.Claims;
using FactBot.Votes;

namespace FactBot.Stats;

/// <summary>How a desk did over a period.</summary>
/// <param name="ByStage">Claims submitted in the period, by the stage they are in now.</param>
/// <param name="MedianToVerdict">From a claim's submission to its first verdict, of the verdicts that went out in the period; null where none did.</param>
/// <param name="Overdue">Ballots that are owed and late now.</param>
/// <param name="Agreement">Of the first rounds that have closed: the only ballots that were cast knowing no other.</param>
/// <param name="Corrections">Verdicts corrected in the period.</param>
public sealed record DeskStats(
    IReadOnlyDictionary<Stage, int> ByStage,
    int Verdicts,
    int Corrections,
    int Retractions,
    TimeSpan? MedianToVerdict,
    int Overdue,
    KrippendorffAlpha Agreement,
    IReadOnlyList<ReviewerLoad> Reviewers,
    IReadOnlyList<Selection> Claimants,
    IReadOnlyList<Selection> Publishers,
    IReadOnlyList<Selection> Topics);

/// <summary>A reviewer's share of the work.</summary>
/// <param name="Ballots">Cast in the period.</param>
/// <param name="Open">Owed now.</param>
public sealed record ReviewerLoad(PersonId Reviewer, int Ballots, int Open);

/// <summary>How many of the claims about one thing the team chose to check.</summary>
/// <param name="Submitted">In the period.</param>
/// <param name="Checked">Those of them that were accepted.</param>
public sealed record Selection(string Name, int Submitted, int Checked);
