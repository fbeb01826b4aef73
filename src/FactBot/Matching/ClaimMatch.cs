using FactBot.Domain.Claims;
using FactBot.Text.Matching;

namespace FactBot.Matching;

/// <summary>A claim that may say the same as a text.</summary>
/// <param name="Claim">With its verdicts; if the text is a wording of a duplicate, the claim that the duplicate repeats.</param>
/// <param name="Probability">How likely it is to say the same, from 0 to 1.</param>
/// <param name="Features">The evidence for and against a match.</param>
/// <param name="IsSame">Whether the words, numbers, dates and units are the same, however they're written.</param>
/// <param name="Differences">How the two differ; empty if they're the same or have little in common.</param>
public sealed record ClaimMatch(Claim Claim, double Probability, MatchFeatures Features, bool IsSame, IReadOnlyList<Difference> Differences)
{
    public bool IsPerhapsSame => Probability >= MatchModel.PerhapsSame;
}
