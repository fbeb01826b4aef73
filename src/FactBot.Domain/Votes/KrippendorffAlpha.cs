namespace FactBot.Domain.Votes;

/// <summary>
/// How far reviewers agree beyond chance: Krippendorff's alpha, 1 for perfect agreement, 0 for chance level, below 0 for
/// systematic disagreement.
/// </summary>
/// <param name="Value">Null if there is nothing to compare, or all values are the same.</param>
/// <param name="Units">The number of units it is based on: those with at least two values.</param>
/// <remarks>
/// Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011),
/// https://repository.upenn.edu/asc_papers/43
/// </remarks>
public sealed record KrippendorffAlpha(double? Value, int Units)
{
    /// <summary>Computes alpha for ordinal values, which have an order but no distances.</summary>
    /// <param name="units">The values given to each unit, by any rater; missing ones are left out.</param>
    public static KrippendorffAlpha Ordinal(IEnumerable<IReadOnlyList<double>> units) => Of(units, OrdinalDistance);

    /// <summary>Computes alpha for nominal values, which are either the same or not.</summary>
    public static KrippendorffAlpha Nominal(IEnumerable<IReadOnlyList<double>> units) =>
        Of(units, (_, _, c, k) => c == k ? 0 : 1);

    /// <summary>Computes alpha for interval values, whose differences are meaningful.</summary>
    public static KrippendorffAlpha Interval(IEnumerable<IReadOnlyList<double>> units) =>
        Of(units, (values, _, c, k) => Math.Pow(values[c] - values[k], 2));

    private static KrippendorffAlpha Of(IEnumerable<IReadOnlyList<double>> all, Distance distance)
    {
        var units = all.Where(u => u.Count > 1).ToList();
        var values = units.SelectMany(u => u).Distinct().Order().ToArray();
        var coincidences = Coincide(units, values);
        var totals = Enumerable.Range(0, values.Length).Select(c => Enumerable.Range(0, values.Length).Sum(k => coincidences[c, k])).ToArray();
        var n = totals.Sum();
        double observed = 0, expected = 0;
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                var d = distance(values, totals, c, k);
                observed += coincidences[c, k] * d;
                expected += totals[c] * totals[k] * d;
            }
        }

        return new(expected == 0 ? null : 1 - ((n - 1) * observed / expected), units.Count);
    }

    /// <summary>Counts how often two values occur in the same unit, each pair weighted by the unit's number of values.</summary>
    private static double[,] Coincide(List<IReadOnlyList<double>> units, double[] values)
    {
        var coincidences = new double[values.Length, values.Length];
        foreach (var unit in units)
        {
            for (var i = 0; i < unit.Count; i++)
            {
                for (var j = 0; j < unit.Count; j++)
                {
                    if (i != j)
                    {
                        coincidences[Array.IndexOf(values, unit[i]), Array.IndexOf(values, unit[j])] += 1.0 / (unit.Count - 1);
                    }
                }
            }
        }

        return coincidences;
    }

    /// <summary>The square of the number of values between the two, including half of each of the two.</summary>
    private static double OrdinalDistance(double[] values, double[] totals, int c, int k)
    {
        var (low, high) = (Math.Min(c, k), Math.Max(c, k));
        var between = totals[low..(high + 1)].Sum() - ((totals[low] + totals[high]) / 2);
        return low == high ? 0 : Math.Pow(between, 2);
    }

    private delegate double Distance(double[] values, double[] totals, int c, int k);
}
