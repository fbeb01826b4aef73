using System.Globalization;

namespace FactBot.Matching;

/// <summary>Formats weights for people.</summary>
internal static class ListedWeights
{
    /// <summary>Lists each weight with its sign, largest first; negligible ones are left out.</summary>
    public static string Of(IEnumerable<(string What, double Weight)> weights) => string.Join(
        " · ", weights.Where(w => Math.Abs(w.Weight) >= 0.05).OrderByDescending(w => w.Weight)
            .Select(w => $"{w.What} {w.Weight.ToString("+0.0;−0.0", CultureInfo.InvariantCulture)}"));
}
