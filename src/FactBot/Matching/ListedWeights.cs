using System.Globalization;

namespace FactBot.Matching;

/// <summary>Weights for people to read.</summary>
internal static class ListedWeights
{
    /// <summary>Each with its sign, the greatest first; what counts nearly nothing is left out.</summary>
    public static string Of(IEnumerable<(string What, double Weight)> weights) => string.Join(
        " · ", weights.Where(w => Math.Abs(w.Weight) >= 0.05).OrderByDescending(w => w.Weight)
            .Select(w => $"{w.What} {w.Weight.ToString("+0.0;−0.0", CultureInfo.InvariantCulture)}"));
}
