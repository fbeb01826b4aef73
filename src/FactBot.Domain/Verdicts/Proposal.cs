namespace FactBot.Domain.Verdicts;

/// <summary>A proposed change to a claim's verdict, which takes effect once a second person approves it.</summary>
/// <param name="Reason">The reason, as it will be published.</param>
/// <param name="By">The person who proposed it.</param>
public sealed record Proposal(ProposalKind Kind, string Reason, PersonId By, DateTimeOffset At)
{
    /// <summary>The key of the rating; like the following properties, null for a retraction.</summary>
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

    /// <summary>Creates a proposal from an editor's own decision, whose text includes its reason.</summary>
    public static Proposal Of(VerdictText decision, PersonId by, DateTimeOffset at) => new(ProposalKind.Decision, decision.DecidedFor!, by, at)
    {
        Rating = decision.Rating,
        RatingName = decision.RatingName,
        Summary = decision.Summary,
        Explanation = decision.Explanation,
    };

    /// <summary>Returns the proposed verdict.</summary>
    /// <param name="decidedFor">Why an editor decided; null if the reviewers agreed.</param>
    public VerdictText TextWith(string? decidedFor) => new(Rating!, RatingName!, Summary!, Explanation!, decidedFor);
}

/// <summary>What awaits a second person.</summary>
public enum ProposalKind
{
    /// <summary>A verdict without the reviewers' agreement.</summary>
    Decision,

    Correction,
    Retraction,
}
