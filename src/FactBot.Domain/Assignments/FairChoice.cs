namespace FactBot.Domain.Assignments;

/// <summary>A reviewer who could be assigned a claim.</summary>
/// <param name="Load">The number of ballots they have outstanding.</param>
/// <param name="Topics">The topics they want to review; empty for any topic.</param>
/// <param name="ServedAt">When they were last assigned a claim; null if never.</param>
public sealed record Candidate(PersonId Person, int Load, IReadOnlyList<string> Topics, DateTimeOffset? ServedAt);

/// <summary>Chooses reviewers for a claim when the editor names none.</summary>
public static class FairChoice
{
    /// <summary>
    /// Returns the candidates with the lowest load among those who review any topic or one of the claim's topics. Ties go
    /// to the candidate who was assigned a claim longest ago. If the claim has no topics, every candidate fits.
    /// </summary>
    public static IReadOnlyList<Candidate> Of(
        IEnumerable<Candidate> candidates, IReadOnlyList<string> topics, int count) =>
    [
        .. candidates
            .Where(c => topics.Count == 0 || c.Topics.Count == 0 || c.Topics.Intersect(topics).Any())
            .OrderBy(c => c.Load)
            .ThenBy(c => c.ServedAt ?? DateTimeOffset.MinValue)
            .ThenBy(c => c.Person.Value)
            .Take(count),
    ];
}
