namespace FactBot.Domain.Verdicts;

/// <summary>A verdict as an editor writes it.</summary>
/// <param name="Rating">The key of the rating.</param>
/// <param name="RatingName">Its name at the time.</param>
/// <param name="DecidedFor">Why the editor decided without agreement; null if the reviewers agreed.</param>
public sealed record VerdictText(string Rating, string RatingName, string Summary, string Explanation, string? DecidedFor)
{
    public const int MaxSummary = 300;
    public const int MaxExplanation = 2000;
}

/// <summary>A proposed replacement for a published verdict.</summary>
/// <param name="Reason">The reason, as it will be published.</param>
/// <param name="By">The person who proposed it.</param>
public sealed record Correction(
    string Rating, string RatingName, string Summary, string Explanation, string Reason, PersonId By, DateTimeOffset At);
