using FactBot.Chat;

namespace FactBot.Verdicts;

/// <summary>What the editor gives as a verdict.</summary>
/// <param name="Rating">The key of the rating.</param>
/// <param name="RatingName">Its name at this moment.</param>
/// <param name="DecidedFor">Why the editor decided alone; null where the reviewers agreed.</param>
public sealed record VerdictText(string Rating, string RatingName, string Summary, string Explanation, string? DecidedFor)
{
    public const int MaxSummary = 300;
    public const int MaxExplanation = 2000;
}

/// <summary>What would take the place of a published verdict.</summary>
/// <param name="Reason">Why, as it is published.</param>
/// <param name="By">Who proposed it.</param>
public sealed record Correction(
    string Rating, string RatingName, string Summary, string Explanation, string Reason, PersonId By, DateTimeOffset At);
