using FactBot.Claims;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>A claim that says perhaps the same as a text.</summary>
/// <param name="Claim">With its verdicts; where the text is a wording of its duplicate, the claim that this leads to.</param>
/// <param name="Probability">How likely it says the same, 0 to 1.</param>
/// <param name="Features">What speaks for and against it.</param>
/// <param name="IsSame">Whether it has the same words, numbers, dates and units, however they are written.</param>
/// <param name="Differences">In what they differ; empty where they are the same, or where they have little in common.</param>
public sealed record ClaimMatch(Claim Claim, double Probability, MatchFeatures Features, bool IsSame, IReadOnlyList<Difference> Differences)
{
    public bool IsPerhapsSame => Probability >= MatchModel.PerhapsSame;
}
