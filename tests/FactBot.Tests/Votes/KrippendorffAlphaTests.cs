using CsCheck;
using FactBot.Domain.Votes;

namespace FactBot.Tests.Votes;

/// <summary>
/// The worked examples of Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011),
/// https://repository.upenn.edu/asc_papers/43, and of https://en.wikipedia.org/wiki/Krippendorff%27s_alpha.
/// </summary>
public class KrippendorffAlphaTests
{
    /// <summary>Example C: four observers, twelve units, values missing; 0 stands for a missing one.</summary>
    private static readonly int[][] FourObservers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    /// <summary>Three coders, fifteen units, values missing.</summary>
    private static readonly int[][] ThreeCoders =
    [
        [0, 0, 0, 0, 0, 3, 4, 1, 2, 1, 1, 3, 3, 0, 3],
        [1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 2, 1, 3, 4, 4, 0, 2, 1, 1, 3, 3, 0, 4],
    ];

    [Fact]
    public void Four_observers_with_missing_values_agree_as_published()
    {
        Assert.Equal(0.743, KrippendorffAlpha.Nominal(UnitsOf(FourObservers)).Value!.Value, 3);
        Assert.Equal(0.815, KrippendorffAlpha.Ordinal(UnitsOf(FourObservers)).Value!.Value, 3);
        Assert.Equal(0.849, KrippendorffAlpha.Interval(UnitsOf(FourObservers)).Value!.Value, 3);
        Assert.Equal(11, KrippendorffAlpha.Ordinal(UnitsOf(FourObservers)).Units);
    }

    [Fact]
    public void Three_coders_with_missing_values_agree_as_published()
    {
        Assert.Equal(0.691, KrippendorffAlpha.Nominal(UnitsOf(ThreeCoders)).Value!.Value, 3);
        Assert.Equal(0.811, KrippendorffAlpha.Interval(UnitsOf(ThreeCoders)).Value!.Value, 3);
    }

    /// <summary>Example A: two observers, ten units, two values; values are one more than published, since 0 means missing here.</summary>
    [Fact]
    public void Two_observers_and_two_values_agree_as_published()
    {
        int[][] two = [[1, 2, 1, 1, 1, 1, 1, 1, 2, 1], [2, 2, 2, 1, 1, 2, 1, 1, 1, 1]];
        Assert.Equal(0.095, KrippendorffAlpha.Nominal(UnitsOf(two)).Value!.Value, 3);
        Assert.Equal(0.095, KrippendorffAlpha.Ordinal(UnitsOf(two)).Value!.Value, 3);
    }

    [Fact]
    public void Where_nothing_can_be_compared_there_is_no_alpha()
    {
        Assert.Equal(new KrippendorffAlpha(null, 0), KrippendorffAlpha.Ordinal([]));
        Assert.Equal(new KrippendorffAlpha(null, 0), KrippendorffAlpha.Ordinal([[1], [2]]));
        Assert.Equal(new KrippendorffAlpha(null, 2), KrippendorffAlpha.Ordinal([[3, 3], [3, 3]]));
    }

    [Fact]
    public void Alpha_is_at_most_1_and_does_not_depend_on_who_gave_which_value() =>
        Gen.Int[1, 5].Array[0, 5].Array[1, 10].Select(Gen.Int).Sample((units, seed) =>
        {
            var random = new Random(seed);
            var alpha = KrippendorffAlpha.Ordinal(units.Select(u => u.Select(v => (double)v).ToArray()));
            var shuffled = KrippendorffAlpha.Ordinal(units.Select(u => u.OrderBy(_ => random.Next()).Select(v => v * 10.0).ToArray()));
            return alpha.Units == shuffled.Units
                && (alpha.Value is null ? shuffled.Value is null : alpha.Value <= 1 + 1e-9 && Math.Abs(alpha.Value.Value - shuffled.Value!.Value) < 1e-9);
        });

    private static IEnumerable<IReadOnlyList<double>> UnitsOf(int[][] observers) =>
        Enumerable.Range(0, observers[0].Length)
            .Select(unit => observers.Select(o => o[unit]).Where(v => v != 0).Select(v => (double)v).ToArray());
}
