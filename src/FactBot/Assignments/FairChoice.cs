using FactBot.Chat;

namespace FactBot.Assignments;

/// <summary>Somebody who could be given a claim.</summary>
/// <param name="Load">How many ballots they owe now.</param>
/// <param name="Topics">What they want to review; empty for anything.</param>
/// <param name="ServedAt">When they were last given a claim; null if never.</param>
public sealed record Candidate(PersonId Person, int Load, IReadOnlyList<string> Topics, DateTimeOffset? ServedAt);

/// <summary>Who is given a claim when nobody is named.</summary>
public static class FairChoice
{
    /// <summary>
    /// Those who owe the least, of those who want to review what the claim is about or who want to review anything; who
    /// was served longest ago comes first among equals. Where the claim has no topics, everybody's fit.
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
