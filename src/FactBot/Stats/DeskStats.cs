using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Votes;

namespace FactBot.Stats;

/// <summary>A team's statistics over a period.</summary>
/// <param name="ByStage">Claims submitted in the period, by their current stage.</param>
/// <param name="MedianToVerdict">From submission to first verdict, for verdicts published in the period; null if none.</param>
/// <param name="Overdue">Ballots overdue now.</param>
/// <param name="Agreement">Of closed first rounds, because only those ballots were cast without knowing any others.</param>
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
/// <param name="Ballots">Ballots cast in the period.</param>
/// <param name="Open">Ballots outstanding now.</param>
public sealed record ReviewerLoad(PersonId Reviewer, int Ballots, int Open);

/// <summary>How many of the claims about something the team chose to check.</summary>
/// <param name="Submitted">Claims submitted in the period.</param>
/// <param name="Checked">Those of them that were accepted.</param>
public sealed record Selection(string Name, int Submitted, int Checked);
