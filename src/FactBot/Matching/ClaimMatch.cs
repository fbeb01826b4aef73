using FactBot.Claims;

namespace FactBot.Matching;

/// <summary>A claim that says perhaps the same as a text.</summary>
/// <param name="Claim">With its verdicts.</param>
/// <param name="Probability">How likely it says the same, 0 to 1.</param>
/// <param name="Signs">What speaks for and against it, as text to be kept.</param>
public sealed record ClaimMatch(Claim Claim, double Probability, string Signs)
{
    public bool IsSame => Probability >= MatchModel.Same;

    public bool IsPerhapsSame => Probability >= MatchModel.PerhapsSame;
}
