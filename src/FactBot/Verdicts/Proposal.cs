using FactBot.Chat;

namespace FactBot.Verdicts;

/// <summary>What would become of a claim's verdict, once a second person approves it.</summary>
/// <param name="Reason">Why, as it is published.</param>
/// <param name="By">Who proposed it.</param>
public sealed record Proposal(ProposalKind Kind, string Reason, PersonId By, DateTimeOffset At)
{
    /// <summary>The key of the rating; null for a retraction, as what follows.</summary>
    public string? Rating { get; init; }

    public string? RatingName { get; init; }

    public string? Summary { get; init; }

    public string? Explanation { get; init; }

    public static Proposal Of(Correction correction) => new(ProposalKind.Correction, correction.Reason, correction.By, correction.At)
    {
        Rating = correction.Rating,
        RatingName = correction.RatingName,
        Summary = correction.Summary,
        Explanation = correction.Explanation,
    };

    /// <summary>An editor's own decision, whose text tells its reason.</summary>
    public static Proposal Of(VerdictText decision, PersonId by, DateTimeOffset at) => new(ProposalKind.Decision, decision.DecidedFor!, by, at)
    {
        Rating = decision.Rating,
        RatingName = decision.RatingName,
        Summary = decision.Summary,
        Explanation = decision.Explanation,
    };

    /// <summary>The verdict that it asks for.</summary>
    /// <param name="decidedFor">Why an editor decided; null where the reviewers agreed.</param>
    public VerdictText TextWith(string? decidedFor) => new(Rating!, RatingName!, Summary!, Explanation!, decidedFor);
}

/// <summary>What waits for a second person.</summary>
public enum ProposalKind
{
    /// <summary>A verdict without the reviewers' agreement.</summary>
    Decision,

    Correction,
    Retraction,
}
